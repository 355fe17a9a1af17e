using System.Net;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Contract;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access;

/// <summary>Trainings of staff, and how those trained are proposed for clients who need it.</summary>
public sealed class StaffTrainingTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly MeasureTerms Year = new("probationSupervision") { Role = "main", Months = 12 };

    [Fact]
    public async Task Training_IsRecordedWithItsValidity_AndWhatIsImpossibleIsRefused()
    {
        var head = await app.LoggedInAsAsync("officeHead");
        var person = await app.StaffAsync("caseManager");
        var form = await head.GetAsync($"/access/staff/{person.Id}/trainings/new");

        var future = await form.SubmitAsync(Training("cans", "16.04.2026"), form: "main form[novalidate]");
        Assert.Contains("nākotnē", Assert.Single(future.Errors), StringComparison.Ordinal);
        Assert.Contains("AP-12", future.Text, StringComparison.Ordinal);
        var page = await future.SubmitAsync(new() { ["Input.HeldOn"] = "01.03.2026" }, form: "main form[novalidate]");
        Assert.Contains("AVRN instruments, 8 h, AP-12 derīga līdz 01.03.2027", page.Words, StringComparison.Ordinal);
        var again = await form.SubmitAsync(Training("cans", "01.03.2026"), form: "main form[novalidate]");
        Assert.Contains("jau ir pierakstīta", Assert.Single(again.Errors), StringComparison.Ordinal);
        var lapsed = await form.SubmitAsync(Training("childRights", "01.03.2023"), form: "main form[novalidate]");
        Assert.Contains("beigusies 01.03.2025", lapsed.Words, StringComparison.Ordinal);
        Assert.Equal(
            2,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type = 'access.trainingAdded' AND subject_id = '{person.Id}'"
            )
        );

        var elsewhere = await app.LoggedInAsAsync("officeHead", await app.OfficeAsync(2));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(form.Path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await app.AsAsync("caseManager")).GetAsync(form.Path)).Status);
    }

    [Fact]
    public async Task Assignment_OfAYoungClient_ProposesTheTrained_AndAsksWhyAnother()
    {
        var head = await app.LoggedInAsAsync("officeHead");
        var trained = await app.StaffAsync("caseManager");
        var other = await app.StaffAsync("caseManager");
        await app.SaveAsync(
            new StaffTraining(trained.Id, "cans", new DateOnly(2026, 1, 5), null, null, null),
            new StaffTraining(trained.Id, "childRights", new DateOnly(2025, 1, 5), null, null, null),
            new StaffTraining(other.Id, "cans", new DateOnly(2024, 1, 5), null, null, null)
        );
        var young = await app.SectionAsync(Year, birthDate: new DateOnly(2004, 6, 1));

        var choice = await head.GetAsync($"/transfers?section={young.Id}");
        Assert.Contains("bērnu tiesību aizsardzība, AVRN instruments", choice.Words, StringComparison.Ordinal);
        var first = choice.Html.QuerySelectorAll("select[name='Input.ToManager'] option").ElementAt(1);
        Assert.Equal(trained.Id.ToString(), first.GetAttribute("value"));
        Assert.EndsWith("– apmācīts šiem klientiem", first.TextContent.Trim(), StringComparison.Ordinal);

        var untrained = await choice.SubmitAsync(To(other));
        Assert.Contains("nav derīgas apmācības", Assert.Single(untrained.Errors), StringComparison.Ordinal);
        var check = await untrained.SubmitAsync(new() { ["Input.Note"] = "Pazīst klienta ģimeni" });
        Assert.Equal("Pārbaudiet nodošanu", check.Heading);
        Assert.Contains("nav derīgas apmācības", check.Words, StringComparison.Ordinal);
        var good = await choice.SubmitAsync(To(trained));
        Assert.Equal("Pārbaudiet nodošanu", good.Heading);
        Assert.DoesNotContain("nav derīgas apmācības", good.Words, StringComparison.Ordinal);

        var adult = await app.SectionAsync(Year);
        var plain = await head.GetAsync($"/transfers?section={adult.Id}");
        Assert.DoesNotContain("apmācīts šiem klientiem", plain.Words, StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> To(Staff person) =>
        new() { ["Input.ToManager"] = person.Id.ToString(), ["Input.Reason"] = "load" };

    private static Dictionary<string, string?> Training(string kind, string held) =>
        new()
        {
            ["Input.Kind"] = kind,
            ["Input.HeldOn"] = held,
            ["Input.Hours"] = "8",
            ["Input.Certificate"] = "AP-12",
        };
}
