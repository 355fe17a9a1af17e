using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Plus.Testing.Arranging;
using Plus.Testing.Databases;
using Plus.Testing.Pages;

namespace Plus.Browser.Tests.HardFailures;

/// <summary>What people see and keep when a process is killed while they work.</summary>
public sealed class KilledServerTests(ServedFolder served) : IClassFixture<ServedFolder>
{
    private const int Writers = 4;

    [Fact]
    public async Task ProgramKilledWhilePeopleWrite_EverythingAcknowledgedIsThere()
    {
        var client = await served.PersonAsync("Ilze", "Pēkšņā");
        var acknowledged = new ConcurrentBag<string>();
        using var stop = new CancellationTokenSource();
        var writers = new List<Task>();
        for (var i = 0; i < Writers; i++)
        {
            var browser = await served.LoggedInAsync(await served.StaffAsync("caseManager"));
            var name = $"rakstītājs {i}";
            writers.Add(Task.Run(() => WriteAsync(browser, client, name, acknowledged, stop.Token)));
        }

        await Eventually.HoldsAsync(() => acknowledged.Count >= 40, "forty notes are written", seconds: 60);
        await served.KillAsync();
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        await served.StartAsync();

        var kept = await served.ListAsync($"SELECT text FROM journal.entry WHERE client_id = '{client.Client.Id}'");
        Assert.Empty(acknowledged.Except(kept));
        // What was under way may be there or not, but never in halves: each note has its process, and none twice.
        Assert.InRange(kept.Count, acknowledged.Count, acknowledged.Count + Writers);
        Assert.Equal(kept.Count, kept.Distinct().Count());
        Assert.Equal(
            kept.Count,
            await served.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE client_id = '{client.Client.Id}' AND type = 'journal.noteWritten'"
            )
        );
    }

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

    private static async Task WriteAsync(
        PageBrowser browser,
        People.Person client,
        string name,
        ConcurrentBag<string> acknowledged,
        CancellationToken stop
    )
    {
        try
        {
            for (var n = 1; !stop.IsCancellationRequested; n++)
            {
                var text = $"{name}, ieraksts {n}";
                var form = await browser.GetAsync(client.Href + "/notes/new");
                var answer = await form.SubmitAsync(new() { ["Text"] = text });
                if (answer.Status == HttpStatusCode.OK && answer.Path == client.Href + "/timeline")
                {
                    acknowledged.Add(text);
                }
            }
        }
        catch (HttpRequestException)
        {
            // The program is gone in the middle of a request.
        }
    }
}
