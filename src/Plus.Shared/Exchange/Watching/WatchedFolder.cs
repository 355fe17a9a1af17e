using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Exchange.Records;
using Plus.Shared.Exchange.Running;
using Plus.Shared.Exchange.Uploading;
using Plus.Web.Language;

namespace Plus.Shared.Exchange.Watching;

/// <summary>
/// The folder into which others put files of messages (<c>*.jsonl</c>). A file that rests is moved to <c>taken</c>
/// beneath it, under a name of PLUS's own, and worked on there; afterwards it lies with its report in <c>done</c>, or in
/// <c>failed</c> when it is no file of messages at all. Names that others gave are kept nowhere.
/// </summary>
internal sealed class WatchedFolder(
    IntakeFolders folders,
    IServiceScopeFactory scopes,
    NpgsqlDataSource source,
    TextCatalog texts,
    TimeProvider time,
    ILogger<WatchedFolder> log
)
{
    private readonly Dictionary<string, Seen> _seen = new(StringComparer.Ordinal);

    private readonly record struct Seen(long Length, DateTime Written, DateTimeOffset Since);

    /// <summary>Takes what has come to rest and tidies away what is done.</summary>
    public async Task LookAsync(CancellationToken ct)
    {
        if (folders.Watched is not { } watched)
        {
            return;
        }

        var taken = Directory.CreateDirectory(Path.Combine(watched, "taken"));
        var there = new DirectoryInfo(watched)
            .EnumerateFileSystemInfos()
            .Where(IsOffered)
            .OrderBy(e => e.Name)
            .ToList();
        foreach (var gone in _seen.Keys.Except(there.Select(e => e.FullName), StringComparer.Ordinal).ToList())
        {
            _seen.Remove(gone);
        }

        foreach (var entry in there)
        {
            await EachAsync(() => TakeAsync(entry, taken.FullName, ct));
        }

        foreach (var file in taken.EnumerateFiles().OrderBy(f => f.Name))
        {
            await EachAsync(() => BeginOrTidyAsync(file.FullName, ct));
        }
    }

    // A directory is nobody's file; what begins with a dot or is called otherwise is still being written or not for PLUS.
    private static bool IsOffered(FileSystemInfo entry) =>
        entry.Name[0] != '.'
        && string.Equals(entry.Extension, ".jsonl", StringComparison.OrdinalIgnoreCase)
        && (entry is FileInfo || entry.LinkTarget is not null);

    // One entry that cannot be handled must not keep the others waiting.
    private async Task EachAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("A file of the watched folder cannot be handled: {Kind}", failure.GetType().Name);
        }
    }

    private async Task TakeAsync(FileSystemInfo entry, string taken, CancellationToken ct)
    {
        if (entry.LinkTarget is not null)
        {
            // Behind a link may lie any file of this machine.
            await ReportFailureAsync(NewName(), "notAFile", ct);
            entry.Delete();
            return;
        }

        var file = (FileInfo)entry;
        if (!Rests(file))
        {
            return;
        }

        _seen.Remove(file.FullName);
        if (file.Length == 0)
        {
            // A pipe has no length either: nothing is opened that could keep PLUS waiting.
            await FailAsync(file.FullName, "empty", ct);
            return;
        }

        File.Move(file.FullName, Path.Combine(taken, NewName() + ".jsonl"));
    }

    private bool Rests(FileInfo file)
    {
        var now = time.GetUtcNow();
        if (
            !_seen.TryGetValue(file.FullName, out var before)
            || before.Length != file.Length
            || before.Written != file.LastWriteTimeUtc
        )
        {
            _seen[file.FullName] = new Seen(file.Length, file.LastWriteTimeUtc, now);
            return false;
        }

        return now - before.Since >= folders.Rest;
    }

    private async Task BeginOrTidyAsync(string path, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var run = await scope
            .ServiceProvider.GetRequiredService<PlusDb>()
            .Set<IntakeRun>()
            .AsNoTracking()
            .Where(r => r.StoredPath == path)
            .OrderByDescending(r => r.StartedAt)
            .FirstOrDefaultAsync(ct);
        if (run is not null)
        {
            await TidyAsync(run, ct);
            return;
        }

        scope.ServiceProvider.GetRequiredService<StaffAccessor>().Source = "intake folder";
        try
        {
            await scope.ServiceProvider.GetRequiredService<IntakeRuns>().BeginAsync("folder", path, ct);
        }
        catch (Exception failure) when (failure is UnauthorizedAccessException or IOException)
        {
            await FailAsync(path, "unreadable", ct);
        }
    }

    private async Task TidyAsync(IntakeRun run, CancellationToken ct)
    {
        var folder = run.State switch
        {
            IntakeRunState.Done => "done",
            IntakeRunState.Failed => "failed",
            _ => null,
        };
        if (folder is null)
        {
            return;
        }

        var to = Path.Combine(Directory.CreateDirectory(Beneath(folder)).FullName, Name(run.StartedAt, run.Id));
        await using (var report = File.Create(to + ".report.json.part"))
        {
            await IntakeReport.WriteAsync(source, run.Id, report, texts.In(PageLanguage.Latvian), ct);
        }

        File.Move(to + ".report.json.part", to + ".report.json", overwrite: true);
        File.Move(run.StoredPath, to + ".jsonl");
    }

    private async Task FailAsync(string path, string why, CancellationToken ct)
    {
        var name = NewName();
        await ReportFailureAsync(name, why, ct);
        File.Move(path, Path.Combine(Beneath("failed"), name + ".jsonl"));
    }

    private async Task ReportFailureAsync(string name, string why, CancellationToken ct)
    {
        var words = texts.In(PageLanguage.Latvian)["exchange.folder.failed." + why].ToString();
        var to = Path.Combine(Directory.CreateDirectory(Beneath("failed")).FullName, name + ".report.json");
        await File.WriteAllTextAsync(
            to,
            JsonSerializer.Serialize(
                new[] { new { outcome = "failed", why = $"{why}: {words}" } },
                IntakeReport.Options
            ),
            ct
        );
    }

    private string NewName() => Name(time.GetUtcNow(), Guid.CreateVersion7());

    private static string Name(DateTimeOffset at, Guid id) =>
        string.Create(CultureInfo.InvariantCulture, $"{at:yyyyMMdd-HHmmss}-{id:N}");

    private string Beneath(string folder) => Path.Combine(folders.Watched!, folder);
}
