using System.Diagnostics;
using Plus.Host.Database;
using Plus.Testing.Databases;

namespace Plus.Shared.Tests.Databases;

/// <summary>A data folder as an installation has it (everything is flushed), removed at the end.</summary>
internal sealed class DataFolderFixture : IDisposable
{
    internal string Path { get; } = PostgresServer.NewFolder("data");

    internal List<string> Said { get; } = [];

    internal EmbeddedPostgresOptions Options =>
        new(Path)
        {
            Say = text =>
            {
                lock (Said)
                {
                    Said.Add(text);
                }
            },
        };

    internal Task<EmbeddedPostgres> ServeAsync() => EmbeddedPostgres.StartAsync(Options, CancellationToken.None);

    internal Task<EmbeddedPostgres> AttachAsync() =>
        EmbeddedPostgres.AttachOrStartAsync(Options, CancellationToken.None);

    internal string PidFile => System.IO.Path.Combine(Path, "postgres", "postmaster.pid");

    internal int Pid => int.Parse(File.ReadLines(PidFile).First(), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether the process runs (one that only waits to be buried does not).</summary>
    internal static bool Runs(int pid)
    {
        try
        {
            return !File.ReadAllText($"/proc/{pid}/stat").Split(") ")[^1].StartsWith('Z');
        }
        catch (IOException)
        {
            return false;
        }
    }

    /// <summary>A process that has let go of everything may still be seen for a moment, above all on a busy machine.</summary>
    internal static Task EndsAsync(int pid) =>
        Eventually.HoldsAsync(() => !Runs(pid), "the server has ended", seconds: 5);

    internal static void Kill9(int pid) => Process.GetProcessById(pid).Kill();

    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
