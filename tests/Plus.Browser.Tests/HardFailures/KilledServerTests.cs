using System.Diagnostics;
using System.Net;
using Plus.Testing.Databases;

namespace Plus.Browser.Tests.HardFailures;

/// <summary>What people see and keep when a process is killed while they work.</summary>
public sealed class KilledServerTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    [Fact]
    public async Task DatabaseKilledWhileServing_TheNextRequestsRecover()
    {
        var browser = await served.LoggedInAsync(await served.StaffAsync("administrator"));
        Assert.Equal("/", (await browser.GetAsync("/")).Path);
        var killed = served.DatabaseProcess;

        Process.GetProcessById(killed).Kill();

        await Eventually.HoldsAsync(
            () => served.DatabaseProcess is var now && now != 0 && now != killed,
            "another server runs"
        );
        await Eventually.HoldsAsync(
            async () => (await browser.GetAsync("/")).Status == HttpStatusCode.OK,
            "Home is shown again",
            seconds: 10
        );
        Assert.Equal("/", (await browser.GetAsync("/")).Path);
    }
}
