using System.Net;
using Plus.Kernel.Ids;
using Plus.Shared.HostPages.Records;
using Plus.Shared.Partners.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.SingleSignOn;

/// <summary>A contact person of a host comes in by an identity provider: into an access that holds, never into another.</summary>
public sealed class HostSignOnTests(TestProvider provider) : IClassFixture<TestProvider>
{
    private PlusApp App => provider.App;

    [Fact]
    public async Task Contact_ComesInByAVerifiedAddressOnce_AndBySubjectFromThenOn_UntilTheAccessIsRevoked()
    {
        NeedsProvider();
        var (contact, access) = await ContactAsync("anda@example.lv");
        await provider.KnowAsync("anda", new { email = "Anda@example.lv", email_verified = true });

        var page = await provider.SignOnAsHostAsync(App.Browser(), "anda");
        await provider.KnowAsync("anda", new { email = "cita@example.lv", email_verified = true });
        var again = await provider.SignOnAsHostAsync(App.Browser(), "anda");

        Assert.Equal("/host-work", page.Path);
        Assert.Contains("Anda Kalna", page.Words, StringComparison.Ordinal);
        Assert.Equal("/host-work", again.Path);
        Assert.Equal(2L, await CountAsync("hostPages.enteredByProvider", access.Id));
        Assert.Equal(
            1L,
            await App.ScalarAsync<long>(
                $"SELECT count(*) FROM host_pages.contact_subject WHERE contact_id = '{contact.Id}' AND subject = 'anda'"
            )
        );

        await App.ScalarAsync<long>(
            $"WITH u AS (UPDATE host_pages.access SET revoked_at = now() WHERE id = '{access.Id}' RETURNING 1) SELECT count(*) FROM u"
        );
        var revoked = await provider.SignOnAsHostAsync(App.Browser(), "anda");
        Assert.Equal("/host-work/sso/refused?why=ended", revoked.Path);
        Assert.Contains("jaunu piekļuvi", revoked.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stranger", "svess@example.lv", true, "unknown")]
    [InlineData("unproved", "zane@example.lv", false, "unknown")]
    [InlineData("twofold", "divi@example.lv", true, "ambiguous")]
    [InlineData("lapsed", "bijis@example.lv", true, "ended")]
    [InlineData("locked", "slegts@example.lv", true, "ended")]
    [InlineData("never", "bez@example.lv", true, "ended")]
    public async Task WhoHasNoAccessThatHolds_IsRefused_Noted_AndGivenNone(
        string subject,
        string email,
        bool verified,
        string why
    )
    {
        NeedsProvider();
        switch (subject)
        {
            case "unproved":
                await ContactAsync(email);
                break;
            case "twofold":
                await ContactAsync(email);
                await ContactAsync(email);
                break;
            case "lapsed":
                await ContactAsync(email, expiresInDays: -1);
                break;
            case "locked":
                await ContactAsync(email, wrongCodes: HostAccess.MostTries);
                break;
            case "never":
                await ContactAsync(email, withAccess: false);
                break;
        }

        await provider.KnowAsync(subject, new { email, email_verified = verified });
        var before = await AccessesAsync();
        var browser = App.Browser();

        var refused = await provider.SignOnAsHostAsync(browser, subject);

        Assert.Equal("/host-work/sso/refused?why=" + why, refused.Path);
        Assert.DoesNotContain(email, refused.Text, StringComparison.Ordinal);
        Assert.Equal("/host-work/closed", (await browser.GetAsync("/host-work")).Path.Split('?')[0]);
        Assert.Equal(before, await AccessesAsync());
        Assert.True(
            await App.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type = 'hostPages.providerRefused' AND values ->> 'why' = '{why}'"
            ) > 0
        );
    }

    [Theory]
    [InlineData("nonce")]
    [InlineData("audience")]
    [InlineData("signature")]
    public async Task TokenThatIsNotRight_LetsNobodyIn(string fault)
    {
        NeedsProvider();
        var (_, access) = await ContactAsync($"{fault}@hosts.example.lv");
        await provider.KnowAsync("h-" + fault, new { email = $"{fault}@hosts.example.lv", email_verified = true });
        await provider.FaultAsync(fault);

        var refused = await provider.SignOnAsHostAsync(App.Browser(), "h-" + fault);
        await provider.FaultAsync("");

        Assert.Equal("/host-work/sso/refused?why=failed", refused.Path);
        Assert.Equal(0L, await CountAsync("hostPages.enteredByProvider", access.Id));
    }

    [Fact]
    public async Task ContactPerson_IsNobodyOfTheService_AndTheServicesPeopleAreNoContacts()
    {
        NeedsProvider();
        await ContactAsync("tikai@example.lv");
        await provider.KnowAsync("tikai", new { email = "tikai@example.lv", email_verified = true });
        var browser = App.Browser();

        await provider.SignOnAsHostAsync(browser, "tikai");

        Assert.StartsWith("/login", (await browser.GetAsync("/sections")).Path, StringComparison.Ordinal);
        Assert.Equal("/login/sso/refused?why=unknown", (await provider.SignOnAsync(App.Browser(), "tikai")).Path);
    }

    private void NeedsProvider() => Assert.SkipUnless(provider.Missing is null, provider.Missing ?? "");

    private async Task<(HostContact Contact, HostAccess Access)> ContactAsync(
        string email,
        int expiresInDays = 30,
        int wrongCodes = 0,
        bool withAccess = true
    )
    {
        App.Now = DateTimeOffset.UtcNow;
        var host = await App.HostAsync("Devējs " + Guid.NewGuid().ToString("N"), new DateOnly(2025, 1, 1));
        var contact = new HostContact(host);
        contact.Describe("Anda Kalna", null, null, email, false);
        var access = new HostAccess(
            Guid.CreateVersion7(),
            host,
            contact.Id,
            new byte[32],
            "http://localhost",
            App.Now.AddDays(-40),
            App.Now.AddDays(expiresInDays),
            null
        );
        for (var i = 0; i < wrongCodes; i++)
        {
            access.WrongCode();
        }

        await App.SaveAsync(contact);
        if (withAccess)
        {
            await App.SaveAsync(access);
        }

        return (contact, access);
    }

    private Task<long> AccessesAsync() =>
        App.ScalarAsync<long>("SELECT count(*) + count(opened_at) * 1000 FROM host_pages.access");

    private Task<long> CountAsync(string type, Guid access) =>
        App.ScalarAsync<long>($"SELECT count(*) FROM audit.process WHERE type = '{type}' AND subject_id = '{access}'");
}
