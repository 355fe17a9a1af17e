using System.Net;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access;

public sealed class ProposalTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task PrivilegedPost_IsProposedByOneAndGivenByAnother()
    {
        var one = await app.LoggedInAsAsync("administrator");
        var two = await app.LoggedInAsAsync("administrator");
        var person = await app.StaffAsync("caseManager");

        var proposed = await GiveAsync(one, person.Id.Value);
        Assert.Contains("lemj otra persona", proposed.Words, StringComparison.Ordinal);
        Assert.Equal(1L, await PostsAsync(person.Id.Value));
        var twice = await GiveAsync(two, person.Id.Value);
        Assert.Equal(["Loma: Šis amats jau ir ierosināts un gaida otras personas lēmumu"], twice.Errors);

        var own = await one.GetAsync("/access/proposals");
        Assert.Contains("lemj cits", own.Words, StringComparison.Ordinal);
        var proposal = await app.ScalarAsync<Guid>(
            $"SELECT id FROM access.post_proposal WHERE staff_id = '{person.Id}'"
        );
        Assert.Null(own.Html.QuerySelector($"[id='decide-{proposal}']"));
        Assert.Contains("Lēmumu gaida", (await two.GetAsync("/")).Words, StringComparison.Ordinal);
        var page = await two.GetAsync("/access/proposals");
        var unreasoned = await page.SubmitAsync(form: $"[id='decide-{proposal}']", button: "Noraidīt");
        Assert.Single(unreasoned.Errors);
        var done = await unreasoned.SubmitAsync(form: $"[id='decide-{proposal}']", button: "Piešķirt");

        Assert.Contains("Loma piešķirta", done.Words, StringComparison.Ordinal);
        Assert.Equal(2L, await PostsAsync(person.Id.Value));
        Assert.Equal(1L, await ProcessesAsync(person.Id.Value, "access.postProposed"));
        Assert.Equal(1L, await ProcessesAsync(person.Id.Value, "access.postApproved"));
    }

    [Fact]
    public async Task Proposer_PostingTheDecisionAllTheSame_IsRefused()
    {
        var one = await app.LoggedInAsAsync("administrator");
        var two = await app.LoggedInAsAsync("dataProtectionOfficer");
        var person = await app.StaffAsync("caseManager");
        await GiveAsync(one, person.Id.Value);
        var theirs = await two.GetAsync("/access/proposals");
        var form = theirs.Html.QuerySelectorAll("main form").Last();
        var own = await one.GetAsync("/access/roles");

        var forged = await one.PostAsync(
            "/access/proposals?handler=Approve",
            new Dictionary<string, string>
            {
                ["Id"] = form.QuerySelector("[name=Id]")!.GetAttribute("value")!,
                ["Version"] = form.QuerySelector("[name=Version]")!.GetAttribute("value")!,
                ["__RequestVerificationToken"] = own
                    .Html.QuerySelector("[name=__RequestVerificationToken]")!
                    .GetAttribute("value")!,
            }
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, forged.Status);
        Assert.Equal(1L, await PostsAsync(person.Id.Value));
    }

    [Fact]
    public async Task Declined_WithAReason_GivesNothing()
    {
        var one = await app.LoggedInAsAsync("administrator");
        var two = await app.LoggedInAsAsync("administrator");
        var person = await app.StaffAsync("caseManager");
        await GiveAsync(one, person.Id.Value);

        var page = await two.GetAsync("/access/proposals");
        var proposal = await app.ScalarAsync<Guid>(
            $"SELECT id FROM access.post_proposal WHERE staff_id = '{person.Id}'"
        );
        var done = await page.SubmitAsync(
            new() { ["Reason"] = "Nav vajadzīga" },
            $"[id='decide-{proposal}']",
            "Noraidīt"
        );

        Assert.Contains("noraidīts", done.Words, StringComparison.Ordinal);
        Assert.Equal(1L, await PostsAsync(person.Id.Value));
        Assert.Equal(1L, await ProcessesAsync(person.Id.Value, "access.postDeclined"));
    }

    [Fact]
    public async Task OnlyAdministrator_GivesAPrivilegedPostAlone()
    {
        await using var own = new PlusApp();
        await own.InitializeAsync();
        var only = await own.LoggedInAsAsync("administrator");
        var person = await own.StaffAsync("caseManager");

        await GiveAsync(only, person.Id.Value);

        Assert.Equal(
            2L,
            await own.ScalarAsync<long>($"SELECT count(*) FROM access.staff_post WHERE staff_id = '{person.Id}'")
        );
    }

    [Theory]
    [InlineData("officeHead")]
    [InlineData("analyst")]
    public async Task Proposals_ForOtherRoles_AreRefused(string role)
    {
        var browser = await app.LoggedInAsAsync(role);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/access/proposals")).Status);
    }

    private static async Task<ReadPage> GiveAsync(PageBrowser browser, Guid person)
    {
        var form = await browser.GetAsync($"/access/staff/{person}/posts/new");
        var office = form.Html.QuerySelector("[name=Office] option:not([value=''])")!.GetAttribute("value");
        return await form.SubmitAsync(
            new()
            {
                ["Role"] = "dataProtectionOfficer",
                ["Office"] = office,
                ["From"] = "15.04.2026",
            }
        );
    }

    private Task<long> PostsAsync(Guid person) =>
        app.ScalarAsync<long>($"SELECT count(*) FROM access.staff_post WHERE staff_id = '{person}'");

    private Task<long> ProcessesAsync(Guid person, string type) =>
        app.ScalarAsync<long>($"SELECT count(*) FROM audit.process WHERE type = '{type}' AND subject_id = '{person}'");
}
