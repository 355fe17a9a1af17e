using System.Net;
using Plus.Shared.Cases.Contract;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.Facts;

public sealed class FactsPagesTests(PlusApp app) : IClassFixture<PlusApp>
{
    public static TheoryData<string, string, string, string, string> Functions =>
        new()
        {
            {
                "assessmentReport",
                "assessment_reports",
                "Input.SentOn",
                "14.04.2026",
                "sent_on FROM assessment_reports.report_request"
            },
            { "programme", "programmes", "Input.StartedOn", "14.04.2026", "started_on FROM programmes.participation" },
            {
                "communityWork",
                "community_work",
                "Input.ReleasedOn",
                "14.04.2026",
                "released_on FROM community_work.sentence"
            },
            {
                "educationalCommunityWork",
                "educational_community_work",
                "Input.Hours",
                "20",
                "imposed_minutes FROM educational_community_work.measure"
            },
            {
                "conditionalDischarge",
                "conditional_discharge",
                "Input.TestMonths",
                "7",
                "test_months FROM conditional_discharge.discharge"
            },
            { "parole", "supervision", "Input.ReleasedOn", "14.04.2026", "released_on FROM supervision.sentence" },
            { "mediation", "mediation", "Input.AgreementOn", "14.04.2026", "agreement_on FROM mediation.process" },
            {
                "probationSupervision",
                "probation_supervision",
                "Input.Months",
                "14",
                "months FROM probation_supervision.sentence"
            },
            {
                "probationObservation",
                "probation_observation",
                "Input.Months",
                "13",
                "months FROM probation_observation.measure"
            },
        };

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Facts_Changed_AreStoredAuditedAndShown(
        string measure,
        string function,
        string field,
        string typed,
        string column
    )
    {
        var section = await app.SectionAsync(Terms(measure), birthDate: new DateOnly(2011, 5, 6));
        var browser = await app.LoggedInAsAsync("caseManager");

        var register = await browser.GetAsync($"/functions/{function}?state=open");
        Assert.Equal(HttpStatusCode.OK, register.Status);
        Assert.Contains($"{section.Id}", register.Text, StringComparison.Ordinal);

        var form = await browser.GetAsync($"/functions/{function}/{section.Id}/facts");
        var fields = new Dictionary<string, string?> { [field] = typed };
        if (function == "programmes")
        {
            fields["Input.ProgrammeCode"] = "autokontrole";
            fields["Input.Setting"] = "community";
            fields["Input.Format"] = "group";
        }

        var done = await form.SubmitAsync(fields);

        Assert.Empty(done.Errors);
        Assert.Contains("Ziņas saglabātas", done.Text, StringComparison.Ordinal);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "cases.factsChanged"));
        Assert.NotNull(await app.ScalarAsync<object>($"SELECT {column} WHERE section_id = '{section.Id}'"));
        Assert.DoesNotContain("[", done.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Release_OfAParolee_SetsTheTermAndTheRegistrationDeadline()
    {
        var section = await app.SectionAsync(new MeasureTerms("parole") { Until = new DateOnly(2027, 4, 1) });
        var browser = await app.LoggedInAsAsync("caseManager");

        var form = await browser.GetAsync($"/functions/supervision/{section.Id}/facts");
        await form.SubmitAsync(new() { ["Input.ReleasedOn"] = "13.04.2026" });

        Assert.Equal(
            new DateOnly(2026, 4, 16),
            await app.ScalarAsync<DateOnly>(
                $"SELECT due_on FROM tasks.due_task WHERE section_id = '{section.Id}' AND kind = 'register_client'"
            )
        );
        Assert.Equal(
            new DateOnly(2027, 4, 1),
            await app.ScalarAsync<DateOnly>($"SELECT term_ends_on FROM cases.section WHERE id = '{section.Id}'")
        );
    }

    [Fact]
    public async Task Facts_ChangedByTwo_AreComparedFieldByFieldAndNothingTypedIsLost()
    {
        var section = await app.SectionAsync(Terms("communityWork"));
        var address = $"/functions/community_work/{section.Id}/facts";
        var first = await (await app.LoggedInAsAsync("caseManager")).GetAsync(address);
        var second = await (await app.LoggedInAsAsync("caseManager")).GetAsync(address);
        await first.SubmitAsync(new() { ["Input.Hours"] = "60", ["Input.PenaltyRole"] = "additional" });

        var conflict = await second.SubmitAsync(new() { ["Input.Hours"] = "80", ["Reason"] = "precizēts" });

        Assert.Equal(HttpStatusCode.Conflict, conflict.Status);
        var rows = conflict
            .Html.QuerySelectorAll(".plus-conflict tbody tr")
            .Select(r => r.QuerySelectorAll("th, td").Select(c => c.TextContent.Split("Pārņemt")[0].Trim()).ToArray())
            .ToList();
        Assert.Equal(["Piespriestās stundas|60|80", "Papildsods"], [string.Join('|', rows[1]), rows[0][1]]);
        Assert.Equal(2, rows.Count);
        Assert.Equal("80", conflict.Html.QuerySelector("[name='Input.Hours']")?.GetAttribute("value"));

        var decided = await conflict.SubmitAsync([]);
        Assert.Empty(decided.Errors);
        Assert.Equal(
            80 * 60,
            await app.ScalarAsync<int>(
                $"SELECT imposed_minutes FROM community_work.sentence WHERE section_id = '{section.Id}'"
            )
        );
    }

    private static MeasureTerms Terms(string measure) =>
        new(measure)
        {
            Role = "main",
            Hours = 40,
            Months = 12,
            Until = new DateOnly(2027, 1, 1),
            Purpose = "sentencing",
            RespondBy = new DateOnly(2026, 5, 4),
            SenderKind = "court",
        };
}
