using System.Net;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Partners;

/// <summary>Host employers and their contracts.</summary>
public sealed class HostPagesTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task Host_IsAddedAndGetsAContract_BothAudited()
    {
        var head = await app.LoggedInAsAsync("officeHead");
        var office = await app.ScalarAsync<Guid>(
            "SELECT id FROM organisation.office WHERE kind = 'general' ORDER BY code LIMIT 1"
        );

        var host = await (await head.GetAsync("/partners/new")).SubmitAsync(
            new()
            {
                ["Input.Name"] = "Ķekavas kapsētu pārvalde",
                ["Input.Kind"] = "municipal",
                ["Input.Office"] = office.ToString(),
            }
        );
        var done = await (await head.GetAsync(host.Path)).SubmitAsync(
            new() { ["Input.Number"] = "3-14/2026/7", ["Input.From"] = "01.04.2026" }
        );

        Assert.Contains("3-14/2026/7", done.Words, StringComparison.Ordinal);
        Assert.Equal(
            ["partners.contractAdded", "partners.hostAdded"],
            await app.ReadListAsync("SELECT type FROM audit.process WHERE type LIKE 'partners.%' ORDER BY type")
        );
    }

    [Fact]
    public async Task Host_WithoutAName_IsRefusedAndForReadersThereIsNoForm()
    {
        var head = await app.LoggedInAsAsync("officeHead");
        var analyst = await app.LoggedInAsAsync("analyst");

        var refused = await (await head.GetAsync("/partners/new")).SubmitAsync(new() { ["Input.Kind"] = "municipal" });

        Assert.NotEmpty(refused.Errors);
        Assert.Equal(HttpStatusCode.Forbidden, (await analyst.GetAsync("/partners/new")).Status);
    }
}
