using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Confirming;
using Plus.Shared.Access.Leaving;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access;

public sealed class ConfirmAccessTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Theory]
    [InlineData("2026-05-30", null)]
    [InlineData("2026-05-31", 30)]
    [InlineData("2026-06-22", 30)]
    [InlineData("2026-06-23", 7)]
    [InlineData("2026-06-29", 1)]
    [InlineData("2026-06-30", 1)]
    [InlineData("2026-07-01", null)]
    [InlineData("2026-12-01", 30)]
    public void Warning_BeforeTheHalfYearEnds_IsThirtySevenAndOneDay(string day, int? warning)
    {
        var today = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(warning, ConfirmationRound.Of(today).WarningOn(today));
    }

    [Fact]
    public async Task Head_IsToldOnHomeAndConfirmsOwnOfficeOnly()
    {
        var mine = await app.StaffAsync("caseManager");
        var foreign = await app.StaffAsync("caseManager", await OfficeAsync(1));
        var head = await app.StaffAsync("officeHead");
        app.Now = new DateTimeOffset(2026, 6, 25, 7, 0, 0, TimeSpan.Zero);
        var browser = await app.LoggedInAsAsync(head);

        var home = await browser.GetAsync("/");
        Assert.Contains("beigsies", home.Words, StringComparison.Ordinal);
        var page = await browser.GetAsync("/access/confirm");
        var offered = page.Html.QuerySelectorAll("[name=Chosen]").Select(c => c.GetAttribute("value")).ToList();
        var (own, other, self) = (
            await PostAsync(mine.Id.Value),
            await PostAsync(foreign.Id.Value),
            await PostAsync(head.Id.Value)
        );
        Assert.Contains(own.ToString(), offered);
        Assert.DoesNotContain(other.ToString(), offered);
        Assert.DoesNotContain(self.ToString(), offered);

        var nobody = await page.SubmitAsync(button: "Apstiprināt atzīmētos");
        Assert.Equal(["Atzīmējiet vismaz vienu darbinieku"], nobody.Errors);
        var stolen = await page.SubmitAsync(new() { ["Chosen"] = other.ToString() }, button: "Apstiprināt atzīmētos");
        Assert.Single(stolen.Errors);
        var done = await page.SubmitAsync(new() { ["Chosen"] = own.ToString() }, button: "Apstiprināt atzīmētos");

        Assert.Contains("Apstiprināta 1 piekļuve", done.Words, StringComparison.Ordinal);
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type = 'access.confirmed' AND actor_id = '{head.Id}'"
            )
        );
        Assert.Equal(
            head.Id.Value,
            await app.ScalarAsync<Guid>($"SELECT confirmed_by FROM access.staff_post WHERE id = '{own}'")
        );
        Assert.DoesNotContain(
            own.ToString(),
            (await browser.GetAsync("/access/confirm")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Ending_NeedsAReasonAndTakesEffectWithTheNextClick()
    {
        app.Now = new DateTimeOffset(2026, 6, 25, 7, 0, 0, TimeSpan.Zero);
        var person = await app.StaffAsync("caseManager");
        var theirs = await app.LoggedInAsAsync(person);
        var head = await app.LoggedInAsAsync("officeHead");
        var post = await PostAsync(person.Id.Value);

        var page = await head.GetAsync("/access/confirm");
        var refused = await page.SubmitAsync(
            new() { ["Chosen"] = post.ToString() },
            button: "Izbeigt atzīmētajiem uzreiz"
        );
        Assert.Equal(["Kāpēc: Ierakstiet, kāpēc piekļuve vairs nav vajadzīga"], refused.Errors);
        await refused.SubmitAsync(
            new() { ["Chosen"] = post.ToString(), ["Reason"] = "Pārgājusi citā darbā" },
            button: "Izbeigt atzīmētajiem uzreiz"
        );

        Assert.StartsWith("/login", (await theirs.GetAsync("/")).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("caseManager")]
    [InlineData("analyst")]
    [InlineData("dataProtectionOfficer")]
    public async Task ConfirmPage_ForOtherRoles_IsRefused(string role)
    {
        var browser = await app.LoggedInAsAsync(role);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/access/confirm")).Status);
    }

    [Fact]
    public async Task HalfYearOver_EndsWhatNobodyConfirmedAndKeepsTheLastAdministrator()
    {
        await using var own = new PlusApp();
        await own.InitializeAsync();
        var administrator = await own.StaffAsync("administrator");
        var confirmed = await own.StaffAsync("caseManager");
        var forgotten = await own.StaffAsync("caseManager");
        await own.ScalarAsync<Guid>(
            $"UPDATE access.staff_post SET confirmed_on = '2026-03-01' WHERE staff_id = '{confirmed.Id}' RETURNING id"
        );
        own.Now = new DateTimeOffset(2026, 7, 1, 7, 0, 0, TimeSpan.Zero);

        var ended = await EndAsync(own);
        var again = await EndAsync(own);

        Assert.Equal((1, 0), (ended, again));
        Assert.Equal(
            new DateOnly(2026, 6, 30),
            await own.ScalarAsync<DateOnly>($"SELECT valid_to FROM access.staff_post WHERE staff_id = '{forgotten.Id}'")
        );
        Assert.Equal(
            2L,
            await own.ScalarAsync<long>(
                $"SELECT count(*) FROM access.staff_post WHERE valid_to IS NULL AND staff_id IN ('{administrator.Id}', '{confirmed.Id}')"
            )
        );
        Assert.Equal(
            1L,
            await own.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type = 'access.unconfirmedEnded' AND subject_id = '{forgotten.Id}'"
            )
        );
    }

    private static async Task<int> EndAsync(PlusApp app)
    {
        await using var scope = app.Scope();
        var services = scope.ServiceProvider;
        return await UnconfirmedAccess.EndAsync(
            services.GetRequiredService<PlusDb>(),
            services.GetRequiredService<Processes>(),
            services.GetRequiredService<LastAdministrator>(),
            services.GetRequiredService<PlusClock>(),
            CancellationToken.None
        );
    }

    private Task<Guid> PostAsync(Guid person) =>
        app.ScalarAsync<Guid>($"SELECT id FROM access.staff_post WHERE staff_id = '{person}'");

    private async Task<OfficeId> OfficeAsync(int place) =>
        new(
            await app.ScalarAsync<Guid>(
                $"SELECT id FROM organisation.office WHERE kind = 'general' ORDER BY code LIMIT 1 OFFSET {place}"
            )
        );
}
