using System.Net;
using Plus.Kernel.Ids;
using Plus.Shared.Access.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access;

/// <summary>Somebody joins, moves and leaves: access follows the same minute.</summary>
public sealed class LifeCycleTests : IAsyncLifetime
{
    private readonly PlusApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task ArrangedEnd_ComesByItselfAtItsMinute_AndLeavesTheWorkToHandOver()
    {
        var admin = await _app.LoggedInAsAsync("administrator");
        var person = await _app.StaffAsync("caseManager");
        var left = await _app.PersonAsync("Nora", "Pametniece", manager: person.Id);
        var browser = await _app.LoggedInAsAsync(person);
        // 15 April 2026, 10:00 in Riga.
        var refused = await LeaveAsync(admin, person.Id, "15.04.2026", "09:30");
        var done = await LeaveAsync(admin, person.Id, "15.04.2026", "10:30");

        _app.Now = new DateTimeOffset(2026, 4, 15, 7, 29, 30, TimeSpan.Zero);
        var before = await browser.GetAsync("/profile");
        _app.Now = new DateTimeOffset(2026, 4, 15, 7, 30, 0, TimeSpan.Zero);
        var after = await browser.GetAsync("/profile");
        var again = await (await _app.Browser().GetAsync("/login")).SubmitAsync(
            new() { ["UserName"] = person.UserName, ["Password"] = PlusApp.Password }
        );
        var page = await admin.GetAsync($"/access/staff/{person.Id}");
        var work = await admin.GetAsync($"/access/staff/{person.Id}/work");
        var head = await (await _app.LoggedInAsAsync("officeHead")).GetAsync($"/access/staff/{person.Id}");

        Assert.Contains("Pēdējā diena", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal($"/access/staff/{person.Id}/work", done.Path);
        Assert.Equal("/profile", before.Path);
        Assert.StartsWith("/login", after.Path, StringComparison.Ordinal);
        Assert.NotEmpty(again.Errors);
        Assert.Contains("Vairs nestrādā", page.Words, StringComparison.Ordinal);
        Assert.Contains(left.Case.Number, work.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Pametniece", work.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, head.Status);
    }

    [Fact]
    public async Task Moving_EndsTheSessionOfTheOldOffice_AndTheNextLogInSeesTheNewOne()
    {
        var (here, there) = (await _app.OfficeAsync(), await _app.OfficeAsync(1));
        var person = await _app.StaffAsync("officeHead", here);
        var old = await _app.PersonAsync("Vecā", "Nodaļa", office: here);
        var fresh = await _app.PersonAsync("Jaunā", "Nodaļa", office: there);
        var browser = await _app.LoggedInAsAsync(person);
        async Task<(bool Old, bool New)> SeesAsync()
        {
            var page = await browser.GetAsync("/sections?state=open");
            return (
                page.Text.Contains(old.Case.Number, StringComparison.Ordinal),
                page.Text.Contains(fresh.Case.Number, StringComparison.Ordinal)
            );
        }

        var before = await SeesAsync();
        await _app.SaveAsync(new StaffPost(person.Id, there, "officeHead", new DateOnly(2026, 4, 15)));
        await using (var source = Npgsql.NpgsqlDataSource.Create(_app.Database.OwnerConnectionString))
        await using (
            var end = source.CreateCommand(
                $"UPDATE access.staff_post SET valid_to = '2026-04-14' WHERE staff_id = '{person.Id}' AND office_id = '{here}'"
            )
        )
        {
            await end.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        Assert.Equal((true, false), before);
        Assert.Equal((false, false), await SeesAsync());
        browser = await _app.LoggedInAsAsync(person);
        Assert.Equal((false, true), await SeesAsync());
    }

    private static async Task<ReadPage> LeaveAsync(PageBrowser admin, StaffId id, string lastDay, string at)
    {
        var page = await admin.GetAsync($"/access/staff/{id}/leave");
        return await page.SubmitAsync(
            new()
            {
                ["When"] = "lastDay",
                ["LastDay"] = lastDay,
                ["At"] = at,
                ["Reason"] = "līgums beidzas",
            }
        );
    }
}
