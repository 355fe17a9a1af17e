using System.Net;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Cases;

public sealed class AssignPageTests(PlusApp app) : IClassFixture<PlusApp>
{
    private const string Form = "main form[novalidate]";

    private static readonly MeasureTerms Year = new("probationSupervision") { Role = "main", Months = 12 };

    [Fact]
    public async Task Proposal_ShowsWhatSpeaksForEach_AndTheFirstNeedsNoWords()
    {
        var knew = await app.StaffAsync("caseManager");
        var away = await app.StaffAsync("caseManager");
        var earlier = await app.SectionAsync(Year, manager: knew.Id);
        var section = await app.SectionAsync(Year, client: earlier.ClientId);
        await app.SaveAsync(
            new Substitution(away.Id, knew.Id, new DateOnly(2026, 4, 10), new DateOnly(2026, 4, 20), "leave")
        );
        var head = await app.LoggedInAsAsync("officeHead");

        var page = await head.GetAsync($"/sections/{section.Id}/assign");
        Assert.Contains("vada citu šī klienta sekciju", page.Words, StringComparison.Ordinal);
        Assert.Contains("prombūtnē līdz 20.04.2026, aizvieto", page.Words, StringComparison.Ordinal);
        var none = await page.SubmitAsync(new(), form: Form);
        Assert.Contains("Izvēlieties lietas vadītāju", Assert.Single(none.Errors), StringComparison.Ordinal);
        var check = await none.SubmitAsync(new() { ["Input.Manager"] = knew.Id.ToString() }, form: Form);
        Assert.Contains("1 → 2; nodaļā vidēji", check.Words, StringComparison.Ordinal);
        var done = await check.SubmitAsync(button: "Nodot", form: Form);

        Assert.Contains("Sekciju pārņem", done.Words, StringComparison.Ordinal);
        Assert.Equal(
            knew.Id.Value,
            await app.ScalarAsync<Guid>($"SELECT manager_id FROM cases.section WHERE id = '{section.Id}'")
        );
        Assert.Equal(
            "vada citu šī klienta sekciju",
            await app.ScalarAsync<string>(
                $"SELECT reason FROM audit.process WHERE section_id = '{section.Id}' AND type = 'cases.assigned'"
            )
        );
    }

    [Fact]
    public async Task AnotherThanTheFirst_NeedsTheReasonInWords()
    {
        var knew = await app.StaffAsync("caseManager");
        var other = await app.StaffAsync("caseManager");
        var earlier = await app.SectionAsync(Year, manager: knew.Id);
        var section = await app.SectionAsync(Year, client: earlier.ClientId);
        var head = await app.LoggedInAsAsync("officeHead");
        var page = await head.GetAsync($"/sections/{section.Id}/assign");
        var without = await page.SubmitAsync(new() { ["Input.Manager"] = other.Id.ToString() }, form: Form);
        Assert.Contains("Uzrakstiet, kāpēc", Assert.Single(without.Errors), StringComparison.Ordinal);
        var check = await without.SubmitAsync(
            new() { ["Input.Manager"] = other.Id.ToString(), ["Input.Note"] = "Klienta lūgums" },
            form: Form
        );
        await check.SubmitAsync(button: "Nodot", form: Form);
        Assert.Equal(
            "Klienta lūgums",
            await app.ScalarAsync<string>(
                $"SELECT reason FROM audit.process WHERE section_id = '{section.Id}' AND type = 'cases.assigned'"
            )
        );
    }

    [Fact]
    public async Task SexualOffence_IsGivenToTrainedPeopleAlone_AlsoInBulk()
    {
        var office = await app.OfficeAsync(1);
        var untrained = await app.StaffAsync("caseManager", office);
        var trained = await app.StaffAsync("caseManager", office);
        var section = await app.SectionAsync(Year, office: office);
        await app.ScalarAsync<int>(
            $"UPDATE cases.section SET sexual_offence = true WHERE id = '{section.Id}' RETURNING 1"
        );
        var head = await app.LoggedInAsAsync("officeHead", office);
        await RecordTrainingAsync(head, trained);

        var page = await head.GetAsync($"/sections/{section.Id}/assign");
        Assert.Contains("Kam šo sekciju nodot nedrīkst", page.Words, StringComparison.Ordinal);
        var refused = await page.SubmitAsync(new() { ["Input.Manager"] = untrained.Id.ToString() }, form: Form);
        Assert.Single(refused.Errors);
        Assert.Equal(0, await app.ProcessesAsync(section.Id, "cases.assigned"));
        var bulk = await head.GetAsync($"/transfers?section={section.Id}");
        var check = await bulk.SubmitAsync(
            new()
            {
                ["Input.ToOffice"] = office.ToString(),
                ["Input.ToManager"] = untrained.Id.ToString(),
                ["Input.Reason"] = "load",
                ["Input.Note"] = "Cita nav",
            }
        );
        var stopped = await check.SubmitAsync(button: "Nodot");
        Assert.Contains("nav spēkā esošas apmācības", stopped.Words, StringComparison.Ordinal);

        var chosen = await (await head.GetAsync($"/sections/{section.Id}/assign")).SubmitAsync(
            new() { ["Input.Manager"] = trained.Id.ToString() },
            form: Form
        );
        await chosen.SubmitAsync(button: "Nodot", form: Form);
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "cases.assigned"));
    }

    [Fact]
    public async Task Assigning_OutOfReachOrOfWork_DoesNotExist()
    {
        var section = await app.SectionAsync(Year);
        var path = $"/sections/{section.Id}/assign";
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await (await app.LoggedInAsAsync("caseManager")).GetAsync(path)).Status
        );
        var elsewhere = await app.LoggedInAsAsync("officeHead", await app.OfficeAsync(2));
        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync(path)).Status);
    }

    private static async Task RecordTrainingAsync(PageBrowser head, Staff person) =>
        await (await head.GetAsync($"/access/staff/{person.Id}/trainings/new")).SubmitAsync(
            Training("01.03.2026"),
            form: Form
        );

    private static Dictionary<string, string?> Training(string from) =>
        new(StringComparer.Ordinal)
        {
            ["Input.Kind"] = "sexualOffence",
            ["Input.HeldOn"] = from,
            ["Input.Certificate"] = "7",
        };
}
