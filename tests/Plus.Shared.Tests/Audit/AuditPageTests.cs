using System.Net;
using Plus.Shared.Tests.Clients;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Audit;

public sealed class AuditPageTests : IAsyncLifetime
{
    private readonly PlusApp app = new();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task ByClient_ShowsWhoViewedAndIsItselfRecorded()
    {
        var manager = await app.StaffAsync("caseManager");
        var person = await app.PersonAsync("Jānis", "Ozols", manager: manager.Id);
        await (await app.LoggedInAsAsync(manager)).GetAsync(person.Href);
        var officer = await app.LoggedInAsAsync("dataProtectionOfficer");

        var page = await AskAsync(officer, new() { ["CaseNumber"] = person.Case.Number });
        var again = await AskAsync(officer, new() { ["CaseNumber"] = person.Case.Number });

        Assert.Contains(
            page.Html.QuerySelectorAll("tbody tr"),
            r =>
                r.TextContent.Contains(manager.FullName, StringComparison.Ordinal)
                && r.TextContent.Contains("Skatīja klienta datus", StringComparison.Ordinal)
        );
        Assert.DoesNotContain("Ozols", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Skatīts audits", page.Words, StringComparison.Ordinal);
        Assert.Contains("Skatīts audits", again.Words, StringComparison.Ordinal);
        Assert.Equal(
            2L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type = 'audit.looked' AND client_id = '{person.Client.Id}'"
            )
        );
    }

    [Fact]
    public async Task ByEmployee_ShowsTheirActsAlone()
    {
        var one = await app.StaffAsync("caseManager");
        var other = await app.StaffAsync("caseManager");
        await app.LoggedInAsAsync(one);
        await app.LoggedInAsAsync(other);
        var officer = await app.LoggedInAsAsync("dataProtectionOfficer");

        var page = await AskAsync(officer, new() { ["UserName"] = one.UserName.ToUpperInvariant() });

        var row = Assert.Single(page.Html.QuerySelectorAll("tbody tr"));
        Assert.Contains("Pieslēdzās", row.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("CaseNumber", "2020-999999", "Lietas ar šādu numuru nav")]
    [InlineData("UserName", "neviens", "Darbinieka ar šādu lietotājvārdu nav")]
    [InlineData("To", "01.01.2020", "Beigu diena nevar būt pirms sākuma")]
    [InlineData("From", "", "Aizpildiet šo lauku")]
    public async Task Question_ThatCannotBeAnswered_IsSaid(string field, string value, string says)
    {
        var officer = await app.LoggedInAsAsync("dataProtectionOfficer");

        var page = await AskAsync(officer, new() { [field] = value });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(says, Assert.Single(page.Errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("administrator")]
    [InlineData("officeHead")]
    public async Task OtherRoles_AreForbidden(string role)
    {
        var browser = await app.LoggedInAsAsync(role);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/audit")).Status);
    }

    private static async Task<ReadPage> AskAsync(PageBrowser officer, Dictionary<string, string?> fields) =>
        await (await officer.GetAsync("/audit")).SubmitAsync(fields);
}
