using System.Runtime.Versioning;
using Plus.Host.Database;
using Plus.Testing.Databases;

namespace Plus.Shared.Tests.Databases;

[SupportedOSPlatform("linux")]
public sealed class ClosedFolderTests : IDisposable
{
    private const UnixFileMode Closed = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private const string NeedsRoot = "Only root gives the database to another user.";
    private readonly string home = PostgresServer.NewFolder("home");
    private readonly string elsewhere = PostgresServer.NewFolder("var");

    public ClosedFolderTests()
    {
        Directory.CreateDirectory(home, Closed);
        Directory.CreateDirectory(elsewhere);
    }

    public void Dispose()
    {
        Directory.Delete(home, recursive: true);
        Directory.Delete(elsewhere, recursive: true);
    }

    [Fact]
    public async Task ClosedParents_TheDatabaseLiesElsewhere_AndIsFoundAgain()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, NeedsRoot);
        var said = new List<string>();
        var options = Options with { Say = said.Add };
        await using (var server = await EmbeddedPostgres.StartAsync(options, CancellationToken.None))
        {
            await SqlRows.OneAsync(server.OwnerConnectionString, "CREATE TABLE public.kept AS SELECT 5 AS n");
            Assert.StartsWith(elsewhere, server.Cluster, StringComparison.Ordinal);
        }
        Assert.Contains(said, text => text.Contains(elsewhere, StringComparison.Ordinal));

        await using var again = await EmbeddedPostgres.StartAsync(Options, CancellationToken.None);

        Assert.Equal(5, await SqlRows.OneAsync(again.OwnerConnectionString, "SELECT n FROM public.kept"));
    }

    [Fact]
    public async Task ClosedParents_AndNoOtherPlace_SaysWhatToDo()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, NeedsRoot);

        var refused = await Assert.ThrowsAsync<DatabaseStartException>(() =>
            EmbeddedPostgres.StartAsync(
                Options with
                {
                    RelocationParent = Path.Combine(elsewhere, "missing"),
                },
                CancellationToken.None
            )
        );

        Assert.Contains("chmod o+x", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PathTooLongForASocket_IsServedFromAShortPrivateFolder()
    {
        var deep = Path.Combine(elsewhere, new string('d', 60), new string('e', 40));
        Directory.CreateDirectory(deep);

        await using var server = await EmbeddedPostgres.StartAsync(
            new EmbeddedPostgresOptions(Path.Combine(deep, "data")),
            CancellationToken.None
        );

        Assert.StartsWith("/tmp/plus-", server.Sockets, StringComparison.Ordinal);
        Assert.Equal(Closed, File.GetUnixFileMode(server.Sockets));
        Assert.Equal(1, await SqlRows.OneAsync(server.AppConnectionString, "SELECT 1"));
    }

    private EmbeddedPostgresOptions Options => new(Path.Combine(home, "data")) { RelocationParent = elsewhere };
}
