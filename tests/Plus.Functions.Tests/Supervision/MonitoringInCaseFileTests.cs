using Microsoft.Extensions.DependencyInjection;
using Plus.Functions.Supervision.Monitoring.Desk;
using Plus.Functions.Supervision.Monitoring.Intake;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Kernel.Modules;
using Plus.Shared.CaseFiles.Contract;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;
using Plus.Web.Language;

namespace Plus.Functions.Tests.Supervision;

/// <summary>A client's whole case holds what the function knows and what monitoring keeps, for who may see it.</summary>
public sealed class MonitoringInCaseFileTests(MonitoringApp served) : IClassFixture<MonitoringApp>
{
    private PlusApp App => served.App;

    [Fact]
    public async Task Monitoring_StandsInTheCase_InWords_AndNotForWhoMayNotSeeIt()
    {
        var manager = await App.LoggedInAsAsync("caseManager");
        var section = await App.SectionAsync(MonitoringApp.Parole, manager.StaffId);
        var device = new MonitoringDevice("presence", "CF-1");
        device.Enter(DeviceState.Attached);
        await App.SaveAsync(device);
        await App.SaveAsync(
            new DeviceStep(device.Id, section.Id, "attached", App.Now.AddDays(-2), manager.StaffId!.Value, "Pie kājas.")
        );

        var whole = await manager.GetAsync($"/clients/{section.ClientId}/file");

        Assert.Contains("Elektroniskās uzraudzības ierīces", whole.Words, StringComparison.Ordinal);
        Assert.Contains("CF-1", whole.Words, StringComparison.Ordinal);
        Assert.Contains("Pie kājas.", whole.Words, StringComparison.Ordinal);
        Assert.Contains("Funkciju ziņas", whole.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("supervision.", whole.Words, StringComparison.Ordinal);
        var registry = await (await App.LoggedInAsAsync("registryClerk")).GetAsync($"/clients/{section.ClientId}/file");
        Assert.Contains("Funkciju ziņas", registry.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("CF-1", registry.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Elektroniskās uzraudzības ierīces", registry.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lv")]
    [InlineData("en")]
    public void EveryCodeOfMonitoring_IsSaidInWords(string language)
    {
        var texts = App
            .Services.GetRequiredService<TextCatalog>()
            .In(language == "lv" ? PageLanguage.Latvian : PageLanguage.English);
        var sources = App
            .Services.GetRequiredService<ModuleList>()
            .All.OfType<ICaseFileDoor>()
            .SelectMany(d => d.CaseFileSources)
            .Where(s => s.Code.StartsWith("monitoring", StringComparison.Ordinal))
            .ToList();
        (string Part, IEnumerable<string> Names, IEnumerable<string> Notes)[] codes =
        [
            ("monitoringHomes", ["suits", "suitsNot"], []),
            ("monitoringDevices", MonitoringDevice.Kinds, DeviceStep.Kinds),
            ("monitoringHours", PermittedHours.Purposes, ["1", "2", "3", "4", "5", "6", "7"]),
            ("monitoringStricter", MonitoringDevice.Kinds, Intensification.Grounds),
            (
                "monitoringAlarms",
                VendorMessage.Severities.Where(s => s.Value > 0).Select(s => s.Key),
                AlarmHandler.Outcomes
            ),
            ("monitoringNotes", [], []),
            ("monitoringWork", MonitoringEmployment.Evidences, MonitoringEmployment.Follow),
        ];

        Assert.Equal(codes.Select(c => c.Part).Order(), sources.Select(s => s.Code).Order());
        foreach (var (part, names, notes) in codes)
        {
            var words = sources.Single(s => s.Code == part).Words;
            Assert.NotNull(texts.Maybe("caseFile.part." + part));
            Assert.All(
                names.Select(n => words.Name + n).Concat(notes.Select(n => words.Note + n)),
                key => Assert.NotNull(texts.Maybe(key))
            );
        }
    }
}
