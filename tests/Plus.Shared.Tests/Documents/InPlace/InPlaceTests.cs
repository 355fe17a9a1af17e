using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plus.Shared.Documents.InPlace;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Documents.InPlace;

/// <summary>Editing in place as the protocol shows it: access, versions, and that nothing is lost.</summary>
public sealed class InPlaceTests(PlusApp app) : IClassFixture<PlusApp>
{
    [Fact]
    public async Task Save_BecomesAVersionAndTheSameBytesTwiceDoNot()
    {
        var scene = await EditingScene.BeginAsync(app);
        var address = await scene.PassAsync();
        var read = await scene.SendAsync("GET", address);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.EndsWith(".docx", address.AbsolutePath, StringComparison.Ordinal);
        var changed = MadeDocx.Of("Otrais teksts");
        var saved = await scene.SendAsync("PUT", address, changed);
        var again = await scene.SendAsync("PUT", address, changed);
        var emptied = await scene.SendAsync("PUT", address, []);

        Assert.All([saved, again, emptied], a => Assert.Equal(HttpStatusCode.NoContent, a.StatusCode));
        Assert.Equal(saved.Headers.ETag, again.Headers.ETag);
        Assert.Equal(["1 uploaded", "2 edited"], await scene.VersionsAsync());
        Assert.Equal(changed, await (await scene.SendAsync("GET", address)).Content.ReadAsByteArrayAsync());
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type = '{EditingPasses.Begun.Code}' AND subject_id = '{scene.Id}'"
            )
        );
        Assert.Equal(
            2L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.view WHERE kind = 'disclose' AND part = 'documents.work' AND actor_id = '{scene.Person.Id}'"
            )
        );
    }

    [Fact]
    public async Task Structure_CannotBeChanged_ButProgramsMaySaveInTheirWays()
    {
        var scene = await EditingScene.BeginAsync(app);
        var address = await scene.PassAsync();
        var folder = new Uri(address, ".");
        foreach (
            var (method, path, destination) in new[]
            {
                ("MKCOL", new Uri(folder, "folder"), null),
                ("DELETE", address, null),
                ("DELETE", folder, null),
                ("PUT", new Uri(folder, "other.docx"), null),
                ("COPY", address, new Uri(folder, "copy.docx")),
                ("MOVE", address, new Uri(folder, "moved.docx")),
                ("MOVE", address, new Uri(folder, "x.tmp")),
                ("LOCK", new Uri(folder, "new.docx"), (Uri?)null),
            }
        )
        {
            var answer = await scene.SendAsync(
                method,
                path,
                method == "PUT" ? [1]
                    : method == "LOCK"
                        ? "<D:lockinfo xmlns:D='DAV:'><D:lockscope><D:exclusive/></D:lockscope><D:locktype><D:write/></D:locktype></D:lockinfo>"u8.ToArray()
                    : null,
                destination is null ? [] : [("Destination", destination.ToString())]
            );
            Assert.True(
                answer.StatusCode == HttpStatusCode.Forbidden,
                $"{method} {path.Segments[^1]}: {answer.StatusCode}"
            );
        }

        var name = address.Segments[^1];
        var mark = new Uri(folder, $".~lock.{name}%23");
        Assert.Equal(HttpStatusCode.Created, (await scene.SendAsync("PUT", mark, "Anna"u8.ToArray())).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await scene.SendAsync("GET", mark)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await scene.SendAsync("DELETE", mark)).StatusCode);
        var beside = new Uri(folder, "lu123.tmp");
        await scene.SendAsync("PUT", beside, MadeDocx.Of("Otrais"));
        var moved = await scene.SendAsync("MOVE", beside, null, ("Destination", address.ToString()));
        Assert.Equal(HttpStatusCode.NoContent, moved.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.SendAsync("GET", beside)).StatusCode);
        Assert.Equal(["1 uploaded", "2 edited"], await scene.VersionsAsync());
    }

    [Fact]
    public async Task Lock_IsToldToOthersAndKeepsThemOut()
    {
        var scene = await EditingScene.BeginAsync(app);
        var address = await scene.PassAsync();
        var token = await scene.LockAsync(address);
        var head = await app.LoggedInAsAsync("officeHead");
        var others = await scene.PassAsync(head);
        var page = await head.GetAsync($"/documents/{scene.Id}/edit");
        Assert.Contains($"Dokumentu pašlaik labo {scene.Person.GivenName} {scene.Person.Surname}", page.Words);

        var late = await scene.SendAsync("PUT", others, MadeDocx.Of("Cits"));
        var seen = await scene.SendAsync("PROPFIND", others, null, ("Depth", "0"));
        var own = await scene.SendAsync("PUT", address, MadeDocx.Of("Mans"), ("If", $"({token})"));

        Assert.Equal(HttpStatusCode.Locked, late.StatusCode);
        Assert.DoesNotContain(token[1..^1], await seen.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NoContent, own.StatusCode);
        Assert.Equal(["lockLost"], await scene.RecoveredAsync());
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await scene.SendAsync("UNLOCK", address, null, ("Lock-Token", token))).StatusCode
        );
    }

    [Fact]
    public async Task SaveThatCannotBecomeAVersion_IsKeptAndTheUserIsTold()
    {
        var scene = await EditingScene.BeginAsync(app);
        var address = await scene.PassAsync();
        await scene.SendAsync("GET", address);
        var token = await scene.LockAsync(address);
        var page = await scene.PageAsync();
        await page.SendAsync("Sent", MadeDocx.Of("No lapas"), new() { ["BasedOn"] = "1" });
        var conflict = await scene.SendAsync("PUT", address, MadeDocx.Of("No redaktora"), ("If", $"({token})"));
        app.Now += TimeSpan.FromMinutes(20);
        var lost = await scene.SendAsync("PUT", address, MadeDocx.Of("Pēc slēdzenes"), ("If", $"({token})"));
        var macros = await scene.SendAsync("PUT", address, "nav dokuments"u8.ToArray());
        app.Now += TimeSpan.FromHours(13);
        var over = await scene.SendAsync("PUT", address, MadeDocx.Of("Pēc termiņa"));
        var read = await scene.SendAsync("GET", address);

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Equal(HttpStatusCode.PreconditionFailed, lost.StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, macros.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, over.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, read.StatusCode);
        Assert.Equal(["1 uploaded", "2 uploaded"], await scene.VersionsAsync());
        Assert.Equal("conflict lockLost notTaken passOver", string.Join(' ', await scene.RecoveredAsync()));

        var browser = await app.LoggedInAsAsync(scene.Person);
        var told = await browser.GetAsync($"/documents/{scene.Id}");
        Assert.Contains("4 saglabājumi nav kļuvuši par redakciju", told.Words);
        var list = await told.ClickAsync("Apskatīt atgūtos saglabājumus");
        Assert.Contains("Pa to laiku kāds cits saglabāja jaunāku redakciju.", list.Words);
        Assert.Contains("Labošanas laiks bija beidzies.", list.Words);
        var newest = await list.ClickAsync("Lejupielādēt un apskatīt");
        Assert.Equal(MadeDocx.Of("Pēc termiņa").Length, newest.Bytes.Length);
        await list.SubmitAsync(form: "main form", button: "Saglabāt kā jaunāko redakciju");
        list = await browser.GetAsync($"/documents/{scene.Id}/recovered");
        await list.SubmitAsync(form: "main form", button: "Izmest");
        Assert.Equal(["1 uploaded", "2 uploaded", "3 edited"], await scene.VersionsAsync());
        Assert.Equal(["conflict", "lockLost"], await scene.RecoveredAsync());
        Assert.Equal(
            4L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type = '{RecoveredSaves.Kept.Code}' AND subject_id = '{scene.Id}'"
            )
        );
        Assert.Equal(
            2L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process WHERE type = '{RecoveredSaves.Settled.Code}' AND subject_id = '{scene.Id}'"
            )
        );
    }

    [Fact]
    public async Task Access_IsAskedWithEveryRequest()
    {
        var scene = await EditingScene.BeginAsync(app);
        var address = await scene.PassAsync();
        var foreign = new Uri(address, "/dav/" + new string('A', 43) + "/" + address.Segments[^1]);
        Assert.Equal(HttpStatusCode.NotFound, (await scene.SendAsync("GET", foreign)).StatusCode);
        var other = await app.LoggedInAsAsync("caseManager", await app.OfficeAsync(3));
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"/documents/{scene.Id}/edit")).Status);
        var accountant = await app.LoggedInAsAsync("accountant");
        Assert.Equal(HttpStatusCode.Forbidden, (await accountant.GetAsync($"/documents/{scene.Id}/edit")).Status);

        await app.ScalarAsync<int>(
            $"UPDATE access.staff SET security_stamp = 'other' WHERE id = '{scene.Person.Id}' RETURNING 1"
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.SendAsync("GET", address)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.SendAsync("PUT", address, MadeDocx.Of("B"))).StatusCode);
        Assert.Equal(["noAccess"], await scene.RecoveredAsync());
        Assert.Equal(["1 uploaded"], await scene.VersionsAsync());
    }

    [Fact]
    public async Task LoggingOut_EndsTheEditing_AndWhatWasSavedLaterIsKept()
    {
        var scene = await EditingScene.BeginAsync(app);
        var address = await scene.PassAsync();
        var other = await app.LoggedInAsAsync(scene.Person);
        var kept = await scene.PassAsync(other);
        Assert.Equal(HttpStatusCode.OK, (await scene.SendAsync("GET", address)).StatusCode);

        await (await scene.PageAsync()).SubmitAsync(form: "form[action='/logout']");

        Assert.Equal(HttpStatusCode.Forbidden, (await scene.SendAsync("GET", address)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.SendAsync("PUT", address, MadeDocx.Of("B"))).StatusCode);
        Assert.Equal(["passOver"], await scene.RecoveredAsync());
        Assert.Equal(HttpStatusCode.OK, (await scene.SendAsync("GET", kept)).StatusCode);
        Assert.Contains(
            "Tas beidzas arī tad, kad labotājs iziet no PLUS.",
            (await other.GetAsync($"/documents/{scene.Id}/recovered")).Words
        );
    }

    [Fact]
    public async Task SaveThatCameTooLate_WarnsOnlyWhileTheWordsMayStillChange()
    {
        var scene = await EditingScene.BeginAsync(app);
        var address = await scene.PassAsync();
        await app.ReadListAsync($"UPDATE documents.document SET state = 'agreed' WHERE id = '{scene.Id}'");
        await scene.SendAsync("PUT", address, MadeDocx.Of("B"));
        Assert.Contains("gaida lēmumu", (await scene.PageAsync()).Words);

        await app.ReadListAsync($"UPDATE documents.document SET state = 'annulled' WHERE id = '{scene.Id}'");

        var page = await scene.PageAsync();
        Assert.DoesNotContain("gaida lēmumu", page.Words);
        Assert.Contains("1 saglabājums nav kļuvis par redakciju. Dokumentu tas nemaina", page.Words);
        Assert.Contains("Apskatīt atgūtos saglabājumus", page.Words);
    }

    [Fact]
    public async Task DocumentHandedOn_OpensButNeverChanges()
    {
        var scene = await EditingScene.BeginAsync(app);
        var address = await scene.PassAsync();
        await (await (await scene.PageAsync()).ClickAsync("Nodot saskaņošanai")).SubmitAsync(
            button: "Nodot saskaņošanai"
        );
        // Words may change while they are being agreed, and not after.
        await app.ReadListAsync($"UPDATE documents.document SET state = 'agreed' WHERE id = '{scene.Id}'");
        Assert.Equal(HttpStatusCode.OK, (await scene.SendAsync("GET", address)).StatusCode);
        var locked = await scene.SendAsync(
            "LOCK",
            address,
            "<D:lockinfo xmlns:D='DAV:'><D:lockscope><D:exclusive/></D:lockscope><D:locktype><D:write/></D:locktype></D:lockinfo>"u8.ToArray()
        );
        Assert.Equal(HttpStatusCode.Locked, locked.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await scene.SendAsync("PUT", address, MadeDocx.Of("B"))).StatusCode);
        Assert.Equal(["closed"], await scene.RecoveredAsync());
        var refused = await (await scene.Browser.GetAsync($"/documents/{scene.Id}/edit")).SubmitAsync();
        Assert.Single(refused.Errors);
    }

    [Fact]
    public async Task ScannedDocument_IsForNoWordProcessor()
    {
        var pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF"u8.ToArray();
        var scene = await EditingScene.BeginAsync(app, pdf);
        Assert.DoesNotContain("Labot teksta redaktorā", (await scene.PageAsync()).Words);
        var refused = await (await scene.Browser.GetAsync($"/documents/{scene.Id}/edit")).SubmitAsync();
        Assert.Contains("Teksta redaktorā var labot tikai Word dokumentu", refused.Errors.Single());
    }

    [Fact]
    public async Task Token_ReachesNoLog()
    {
        var lines = new ConcurrentQueue<string>();
        await using var logging = new PlusApp(
            listens: true,
            builder =>
            {
                builder.Logging.AddProvider(new Lines(lines));
                builder.Logging.SetMinimumLevel(LogLevel.Trace);
            }
        );
        await logging.InitializeAsync();
        var scene = await EditingScene.BeginAsync(logging);
        var address = await scene.PassAsync();
        await scene.SendAsync("GET", address);
        await scene.SendAsync("PUT", address, MadeDocx.Of("B"));
        await scene.SendAsync("PROPFIND", address, "<broken"u8.ToArray());
        await scene.SendAsync("DELETE", address);
        await scene.SendAsync("PUT", new Uri(address, "/dav/" + address.Segments[2] + "%00"), [1]);
        var token = address.Segments[2].TrimEnd('/');
        Assert.True(lines.Count > 50);
        Assert.DoesNotContain(lines, l => l.Contains(token, StringComparison.Ordinal));
        Assert.Equal(
            0L,
            await logging.ScalarAsync<long>($"SELECT count(*) FROM audit.process p WHERE p::text LIKE '%{token}%'")
        );
    }

    private sealed class Lines(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose() { }
    }
}
