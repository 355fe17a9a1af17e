using System.Net;
using Microsoft.EntityFrameworkCore;
using Plus.Shared.Access.Records;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.SingleSignOn;

public sealed class SingleSignOnTests(TestProvider provider) : IClassFixture<TestProvider>
{
    private PlusApp App => provider.App;

    private void NeedsProvider() => Assert.SkipUnless(provider.Missing is null, provider.Missing ?? "");

    [Fact]
    public async Task KnownByEmailFirst_AndBySubjectFromThenOn()
    {
        NeedsProvider();
        var person = await PersonAsync("caseManager", "anna@example.lv");
        await provider.KnowAsync("anna", new { email = "Anna@example.lv", email_verified = true });

        var home = await provider.SignOnAsync(App.Browser(), "anna", "/profile");
        await provider.KnowAsync("anna", new { email = "cita@example.lv", email_verified = true });
        var again = await provider.SignOnAsync(App.Browser(), "anna");

        Assert.Equal("/profile", home.Path);
        Assert.Contains(person.FullName, home.Words, StringComparison.Ordinal);
        Assert.Equal("Šodienas darbi", again.Heading);
        Assert.Equal(1L, await CountAsync("access.subjectLinked", person));
        Assert.Equal(2L, await CountAsync("access.loggedIn", person));
    }

    [Theory]
    [InlineData("nobody", "nav@example.lv", true)]
    [InlineData("unverified", "baiba@example.lv", false)]
    public async Task UnknownOrUnverified_IsRefusedWithWhatToDo(string subject, string email, bool verified)
    {
        NeedsProvider();
        await PersonAsync("caseManager", "baiba@example.lv");
        await provider.KnowAsync(subject, new { email, email_verified = verified });

        var refused = await provider.SignOnAsync(App.Browser(), subject);

        Assert.Equal("/login/sso/refused?why=unknown", refused.Path);
        Assert.Contains("Lūdziet PLUS administratoru", refused.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(email, refused.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("expired")]
    [InlineData("audience")]
    [InlineData("issuer")]
    [InlineData("signature")]
    [InlineData("secret")]
    [InlineData("unsigned")]
    public async Task TokenThatIsNotRight_LetsNobodyIn(string fault)
    {
        NeedsProvider();
        var person = await PersonAsync("caseManager", $"{fault}@example.lv");
        await provider.KnowAsync(fault, new { email = $"{fault}@example.lv", email_verified = true });
        await provider.FaultAsync(fault);
        var browser = App.Browser();

        var refused = await provider.SignOnAsync(browser, fault);
        await provider.FaultAsync("");

        Assert.Equal("/login/sso/refused?why=failed", refused.Path);
        Assert.StartsWith("/login?", (await browser.GetAsync("/profile")).Path, StringComparison.Ordinal);
        Assert.Equal(0L, await CountAsync("access.loggedIn", person));
    }

    [Fact]
    public async Task AnswerUsedTwice_OrInAnotherBrowser_LetsNobodyIn()
    {
        NeedsProvider();
        await PersonAsync("caseManager", "replay@example.lv");
        await provider.KnowAsync("replay", new { email = "replay@example.lv", email_verified = true });
        using var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            CookieContainer = new CookieContainer(),
        };
        using var client = new HttpClient(handler) { BaseAddress = App.Address };

        var callback = await CallbackAsync(client, "replay");
        var stolen = await App.Browser().GetAsync(callback.ToString());
        var first = await client.GetAsync(callback, TestContext.Current.CancellationToken);
        var second = await client.GetAsync(callback, TestContext.Current.CancellationToken);

        Assert.Equal("/login/sso/refused?why=failed", stolen.Path);
        Assert.Equal("/", first.Headers.Location?.ToString());
        Assert.Equal("/login/sso/refused?why=failed", second.Headers.Location?.ToString());
        Assert.Contains("code_challenge_method=S256", _challenge, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LoggedOutAtTheProvider_EndsTheSessionHere()
    {
        NeedsProvider();
        var person = await PersonAsync("caseManager", "dace@example.lv");
        await provider.KnowAsync("dace", new { email = "dace@example.lv", email_verified = true });
        var browser = App.Browser();
        await provider.SignOnAsync(browser, "dace");
        var before = await browser.GetAsync("/profile");

        var asked = await browser.GetAsync(provider.Issuer + "/session/end");
        await browser.PostAsync(
            provider.Issuer + "/session/end/confirm",
            [new("xsrf", asked.Html.QuerySelector("input[name=xsrf]")!.GetAttribute("value")!), new("logout", "yes")]
        );

        Assert.Equal("/profile", before.Path);
        Assert.StartsWith("/login?", (await browser.GetAsync("/profile")).Path, StringComparison.Ordinal);
        Assert.Equal(1L, await CountAsync("access.providerLogout", person));
    }

    [Fact]
    public async Task ForgedLogout_EndsNothing()
    {
        NeedsProvider();
        await PersonAsync("caseManager", "elga@example.lv");
        await provider.KnowAsync("elga", new { email = "elga@example.lv", email_verified = true });
        var browser = App.Browser();
        await provider.SignOnAsync(browser, "elga");

        foreach (var kind in new[] { "forged", "old", "identity", "nonce", "audience" })
        {
            Assert.Equal(HttpStatusCode.BadRequest, await provider.LogOutAsync("elga", kind));
        }

        var still = await browser.GetAsync("/profile");
        Assert.Equal(HttpStatusCode.OK, await provider.LogOutAsync("elga", "right"));
        Assert.Equal("/profile", still.Path);
        Assert.StartsWith("/login?", (await browser.GetAsync("/profile")).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Claims_GiveAndTakeRoles_ButPrivilegedOnesNeedAPerson()
    {
        NeedsProvider();
        App.Now = DateTimeOffset.UtcNow;
        var admin = await App.LoggedInAsAsync("administrator");
        await App.LoggedInAsAsync("administrator");
        var page = await admin.GetAsync("/access/single-sign-on");
        await MapAsync(page, "groups", "plus-kanceleja", "intakeClerk");
        page = await admin.GetAsync("/access/single-sign-on");
        await MapAsync(page, "groups", "plus-admin", "administrator");
        var person = await PersonAsync(null, "fricis@example.lv");
        await provider.KnowAsync("fricis", Fricis("plus-admin"));
        var none = await provider.SignOnAsync(App.Browser(), "fricis");
        await provider.KnowAsync("fricis", Fricis("plus-admin", "plus-kanceleja"));
        var browser = App.Browser();

        var clerk = await provider.SignOnAsync(browser, "fricis");
        var proposals = await admin.GetAsync("/access/proposals");
        var roles = await RolesAsync(person);
        App.Now = DateTimeOffset.UtcNow.AddDays(1);
        await provider.KnowAsync("fricis", Fricis());
        var after = await provider.SignOnAsync(App.Browser(), "fricis");

        var mappings = await admin.GetAsync("/access/single-sign-on");
        var ended = await mappings.SubmitAsync(form: "form[action$='handler=End']");

        Assert.Equal("/access/single-sign-on", ended.Path);
        Assert.Equal(
            ["access.claimMapped", "access.claimMappingEnded", "access.postsByClaims"],
            await App.ReadListAsync("SELECT DISTINCT type FROM audit.process WHERE type ~ 'laim' ORDER BY 1")
        );
        Assert.Equal("/login/sso/refused?why=noRole", none.Path);
        Assert.Equal(HttpStatusCode.OK, clerk.Status);
        Assert.Equal(["intakeClerk"], roles);
        Assert.Contains(person.FullName, proposals.Words, StringComparison.Ordinal);
        Assert.Equal("/login/sso/refused?why=noRole", after.Path);
        Assert.Empty(await RolesAsync(person));
    }

    [Fact]
    public async Task PrivilegedRole_RestsUnlessTheProviderSawASecondFactor()
    {
        NeedsProvider();
        await PersonAsync("administrator", "gatis@example.lv");
        await provider.KnowAsync("gatis", new { email = "gatis@example.lv", email_verified = true });

        var weak = await provider.SignOnAsync(App.Browser(), "gatis");
        await provider.FaultAsync("strong");
        var strong = await provider.SignOnAsync(App.Browser(), "gatis", "/access/staff");
        await provider.FaultAsync("");

        Assert.Equal("/profile/second-factor", weak.Path);
        Assert.Equal(HttpStatusCode.OK, strong.Status);
        Assert.Equal("/access/staff", strong.Path);
    }

    private string _challenge = "";

    /// <summary>Goes through the provider and stops before its answer reaches PLUS.</summary>
    private async Task<Uri> CallbackAsync(HttpClient client, string subject)
    {
        App.Now = DateTimeOffset.UtcNow;
        var ct = TestContext.Current.CancellationToken;
        var parser = new AngleSharp.Html.Parser.HtmlParser();
        var answer = await client.GetAsync("/login/sso", ct);
        _challenge = answer.Headers.Location!.ToString();
        for (var hop = 0; hop < 12; hop++)
        {
            if (answer.Headers.Location is { } to)
            {
                var next = new Uri(answer.RequestMessage!.RequestUri!, to);
                if (next.AbsolutePath == "/login/sso/callback")
                {
                    return next;
                }

                answer = await client.GetAsync(next, ct);
                continue;
            }

            var form = parser.ParseDocument(await answer.Content.ReadAsStringAsync(ct)).QuerySelector("form")!;
            var prompt = form.QuerySelector("input[name=prompt]")!.GetAttribute("value")!;
            using var sent = new FormUrlEncodedContent([
                new("prompt", prompt),
                new("login", subject),
                new("password", "x"),
            ]);
            answer = await client.PostAsync(form.GetAttribute("action"), sent, ct);
        }

        throw new InvalidOperationException("The provider never answered.");
    }

    private static object Fricis(params string[] groups) =>
        new
        {
            email = "fricis@example.lv",
            email_verified = true,
            groups,
        };

    private static async Task MapAsync(ReadPage page, string claim, string value, string role)
    {
        var office = page.Html.QuerySelectorAll("select[name=Office] option").Last().GetAttribute("value");
        var done = await page.SubmitAsync(
            new()
            {
                ["Claim"] = claim,
                ["Value"] = value,
                ["Role"] = role,
                ["Office"] = office,
            },
            form: "#map"
        );
        Assert.Empty(done.Errors);
        Assert.Contains(value, done.Words, StringComparison.Ordinal);
    }

    private Task<IReadOnlyList<string>> RolesAsync(Staff person) =>
        App.ReadListAsync(
            $"SELECT role_code FROM access.staff_post WHERE staff_id = '{person.Id}' AND (valid_to IS NULL OR valid_to >= '{DateOnly.FromDateTime(App.Now.UtcDateTime):yyyy-MM-dd}')"
        );

    private Task<long> CountAsync(string type, Staff person) =>
        App.ScalarAsync<long>(
            $"SELECT count(*) FROM audit.process WHERE type = '{type}' AND subject_id = '{person.Id}'"
        );

    private async Task<Staff> PersonAsync(string? role, string email)
    {
        var person = await App.StaffAsync(role ?? "caseManager");
        await using var source = Npgsql.NpgsqlDataSource.Create(App.Database.OwnerConnectionString);
        await using var command = source.CreateCommand(
            $"UPDATE access.staff SET email = '{email}', password_hash = NULL WHERE id = '{person.Id}'"
                + (role is null ? $"; DELETE FROM access.staff_post WHERE staff_id = '{person.Id}'" : "")
        );
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        return person;
    }
}
