using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Plus.Shared.Exchange.Takeover.Running;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Takeover;

/// <summary>The application with a small service taken over, some of its rows in quarantine.</summary>
public sealed class TakenOver : IAsyncLifetime
{
    public PlusApp App { get; } = new();

    public Guid Run { get; private set; }

    public async ValueTask InitializeAsync()
    {
        await App.InitializeAsync();
        App.Now = new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
        using var folder = TakeoverSample.Small();
        folder.Row("hours", "h3")["minutes"] = -60;
        folder.Row("clients", "k3")["surname"] = new string('a', 2000);
        folder.Write();
        await App
            .Services.GetRequiredService<TakeoverRunner>()
            .RunAsync(folder.Path, false, null, null, TestContext.Current.CancellationToken);
        Run = await App.ScalarAsync<Guid>("SELECT id FROM takeover.run");
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}

/// <summary>What administrators and registry clerks see of a takeover.</summary>
public sealed class TakeoverPagesTests(TakenOver taken) : IClassFixture<TakenOver>
{
    private readonly PlusApp app = taken.App;
    private readonly Guid run = taken.Run;

    [Theory]
    [InlineData("administrator")]
    [InlineData("registryClerk")]
    public async Task Pages_ShowCountsAndReasonsAndNobodysData(string role)
    {
        var browser = await app.LoggedInAsAsync(role);

        var list = await browser.GetAsync("/takeover");
        var page = await browser.GetAsync($"/takeover/{run}");
        var quarantine = await browser.GetAsync($"/takeover/{run}/quarantine?reason=negative");

        Assert.NotNull(list.Html.QuerySelector($"a[href='/takeover/{run}']"));
        Assert.Contains("Trūkstošais ir karantīnā", page.Words, StringComparison.Ordinal);
        Assert.Contains("Iznākums", page.Words, StringComparison.Ordinal);
        Assert.Contains("Lauka minutes vērtība -60 ir negatīva", quarantine.Words, StringComparison.Ordinal);
        Assert.Single(quarantine.Html.QuerySelectorAll("tbody tr"));
        var words = list.Words + page.Words + quarantine.Words;
        Assert.DoesNotContain("[takeover", words, StringComparison.Ordinal);
        Assert.DoesNotContain("Jānis", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reconciliation_IsSavedAsFiles()
    {
        var browser = await app.LoggedInAsAsync("administrator");

        var csv = await browser.GetAsync($"/takeover/{run}?handler=export&format=csv&table=hours");
        var xlsx = await browser.GetAsync($"/takeover/{run}?handler=export&format=xlsx");
        var rows = await browser.GetAsync($"/takeover/{run}/quarantine?handler=export&format=csv");

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK), (csv.Status, xlsx.Status, rows.Status));
        Assert.Contains("2019", csv.Text, StringComparison.Ordinal);
        Assert.Equal(2, csv.Text.Trim().Split('\n').Length);
        Assert.Contains("k3", rows.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("caseManager")]
    [InlineData("officeHead")]
    [InlineData("regionHead")]
    [InlineData("analyst")]
    [InlineData("methodologist")]
    [InlineData("qualityReviewer")]
    [InlineData("mediator")]
    [InlineData("monitoringOfficer")]
    [InlineData("volunteerCoordinator")]
    [InlineData("intakeClerk")]
    [InlineData("accountant")]
    [InlineData("dataProtectionOfficer")]
    public async Task OtherRoles_AreRefused(string role)
    {
        var browser = await app.LoggedInAsAsync(role);

        foreach (var path in (string[])["/takeover", $"/takeover/{run}", $"/takeover/{run}/quarantine"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(path)).Status);
        }
    }

    [Fact]
    public async Task Timeline_TellsWhatWasTaken()
    {
        var client = await app.ScalarAsync<Guid>("SELECT client_id FROM documents.document");
        var clerk = await app.StaffAsync("registryClerk");
        await app.ScalarAsync<string>(
            $"UPDATE access.staff_post SET office_id = (SELECT id FROM organisation.office WHERE code = 'ZE-JE1') WHERE staff_id = '{clerk.Id}'; SELECT 'done'"
        );
        var browser = await app.LoggedInAsAsync(clerk);

        var timeline = await browser.GetAsync($"/clients/{client}/timeline");

        Assert.Contains("vēstule, nosūtīts, numurs 7-12/345", timeline.Words, StringComparison.Ordinal);
        Assert.Contains("Pārņemtas stundas no", timeline.Words, StringComparison.Ordinal);
        Assert.Contains("sabiedriskais darbs, atvērta", timeline.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("[", timeline.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownRun_IsNotFound()
    {
        var browser = await app.LoggedInAsAsync("administrator");

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/takeover/{Guid.NewGuid()}")).Status);
    }
}
