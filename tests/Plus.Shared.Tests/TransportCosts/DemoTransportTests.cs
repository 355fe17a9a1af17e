using Plus.Host.Demo.Work;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.TransportCosts;

/// <summary>The demo's claims of transport costs, made through the application's own handlers.</summary>
public sealed class DemoTransportTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task Demo_HasClaimsWithTickets_Decided_AndPaidByList_MadeOnce()
    {
        await app.BuildSmallDemoAsync();

        await DemoTransport.MakeAsync(app.Services, TestContext.Current.CancellationToken);
        var claims = await CountAsync("claim");
        await DemoTransport.MakeAsync(app.Services, TestContext.Current.CancellationToken);

        Assert.InRange(claims, 1, 12);
        Assert.Equal(claims, await CountAsync("claim"));
        Assert.Equal(claims, await CountAsync("ticket WHERE file_id IS NOT NULL"));
        Assert.Equal(
            claims,
            await app.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'transportCosts.claimed'")
        );
        Assert.Equal(claims, await CountAsync("claim WHERE account LIKE 'LV__DEMO%'"));
        Assert.True(await CountAsync("claim WHERE decision = 'approved'") > 0);
    }

    private Task<long> CountAsync(string of) => app.ScalarAsync<long>($"SELECT count(*) FROM transport_costs.{of}");
}
