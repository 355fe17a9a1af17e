using System.Net;
using Plus.Testing.Arranging;
using Plus.Testing.Databases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Audit;

/// <summary>What cannot be written into the audit does not happen and is not shown.</summary>
public sealed class AuditFailsTests : IAsyncLifetime
{
    private readonly PlusApp app = new();

    public ValueTask InitializeAsync() => app.InitializeAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task ViewThatCannotBeWritten_ShowsNothing()
    {
        var manager = await app.StaffAsync("caseManager");
        var person = await app.PersonAsync("Jānis", "Ozolkalns", manager: manager.Id);
        var browser = await app.LoggedInAsAsync(manager);
        var before = await browser.GetAsync(person.Href);
        await app.ReadListAsync("REVOKE INSERT ON audit.view FROM plus_app; SELECT 'x'");

        var page = await browser.GetAsync(person.Href);

        Assert.Contains("Ozolkalns", Text(before), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.InternalServerError, page.Status);
        Assert.DoesNotContain("Ozolkalns", Text(page), StringComparison.Ordinal);
    }

    private static string Text(ReadPage page) => System.Text.Encoding.UTF8.GetString(page.Bytes);

    [Fact]
    public async Task ProcessThatCannotBeWritten_ChangesNothing()
    {
        var officer = await app.LoggedInAsAsync("dataProtectionOfficer");
        var person = await app.PersonAsync("Anna", "Kalniņa");
        var form = await officer.GetAsync("/retention");
        await app.ReadListAsync("REVOKE INSERT ON audit.process FROM plus_app; SELECT 'x'");

        var answer = await form.SubmitAsync(
            new()
            {
                ["Number"] = person.Case.Number,
                ["Reason"] = "Tiesvedība",
                ["Until"] = "2027-01-01",
            }
        );

        Assert.Equal(HttpStatusCode.InternalServerError, answer.Status);
        Assert.Equal(0L, await app.ScalarAsync<long>("SELECT count(*) FROM retention.legal_hold"));
    }
}
