using System.Net;
using Plus.Shared.Access.Records;
using Plus.Shared.Clients.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access.Walls;

/// <summary>Health and protected persons: a permission beside the scope.</summary>
public sealed class SpecialCategoryTests(PlusApp app) : IClassFixture<PlusApp>
{
    private const string Secret = "Epilepsija, nedrīkst strādāt augstumā";

    [Fact]
    public async Task Health_IsShownToWhoMayKnowIt_AndToNobodyElseInReach()
    {
        var person = await app.PersonAsync("Inga", "Veselīgā");
        await app.SaveAsync(new ClientHealth(person.Client.Id, 2, Secret, app.Now));
        var manager = await app.AsAsync("caseManager");
        Assert.Contains(Secret, (await manager.GetAsync(person.Href + "/data")).Words, StringComparison.Ordinal);

        foreach (var role in new[] { "registryClerk", "intakeClerk", "monitoringOfficer" })
        {
            var browser = await app.AsAsync(role);
            var page = await browser.GetAsync(person.Href + "/data");
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain(Secret, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Invaliditāte", page.Text, StringComparison.Ordinal);
            Assert.NotEqual(HttpStatusCode.OK, (await browser.GetAsync(person.Href + "/data/health")).Status);
        }
    }

    [Fact]
    public async Task Health_Changed_LeavesNoWordInAHistoryThatOthersRead()
    {
        var person = await app.PersonAsync("Jana", "Vēstures");
        var manager = await app.AsAsync("caseManager");
        var form = await manager.GetAsync(person.Href + "/data/health");
        await form.SubmitAsync(new() { ["Limits"] = Secret }, "form[novalidate]");
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM clients.client_health WHERE client_id = '{person.Client.Id}'"
            )
        );
        var clerk = await app.AsAsync("registryClerk");
        foreach (var path in new[] { "", "/timeline", "/timeline?print=true", "/data", "/people" })
        {
            Assert.DoesNotContain(Secret, (await clerk.GetAsync(person.Href + path)).Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task AProtectedPerson_IsSeenWithThePermission_OrInOnesOwnCase()
    {
        var own = await app.StaffAsync("caseManager");
        var person = await app.PersonAsync("Kaija", "Aizsargājamā", manager: own.Id);
        await app.SaveAsync(
            new ClientRestriction(
                person.Client.Id,
                RestrictionKind.Protected,
                [],
                "protected",
                null,
                new DateOnly(2026, 4, 1),
                new DateOnly(2026, 12, 31)
            )
        );
        foreach (
            var (browser, sees) in new[]
            {
                (await app.LoggedInAsAsync(own), true),
                (await app.LoggedInAsAsync("officeHead"), true),
                (await app.LoggedInAsAsync("caseManager"), false),
                (await app.LoggedInAsAsync("registryClerk"), false),
                (await app.LoggedInAsAsync("qualityReviewer"), false),
                (await app.LoggedInAsAsync("intakeClerk"), false),
            }
        )
        {
            var page = await browser.GetAsync(person.Href);
            Assert.Equal(sees ? HttpStatusCode.OK : HttpStatusCode.NotFound, page.Status);
            var found = await browser.PostAsync("/search/suggest", [new("q", "Aizsargāj")]);
            Assert.DoesNotContain(sees ? "\0" : "Aizsargājamā", found.Text, StringComparison.Ordinal);
        }
    }
}
