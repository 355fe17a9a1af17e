using System.Globalization;
using System.Text.Json;

namespace Plus.Host.Database;

/// <summary>The right to serve a data folder: one process at a time has it, and a second is told who.</summary>
internal sealed class RunClaim : IDisposable
{
    private readonly FolderLock held;

    private sealed record Holder(int Pid, DateTimeOffset Since, string User, string Command);

    private RunClaim(FolderLock held) => this.held = held;

    public void Dispose() => held.Dispose();

    internal static RunClaim Take(DataFolder folder, string command)
    {
        var alone = FolderLock.TryAlone(folder.RunLock) ?? throw new DataFolderInUseException(InUse(folder));
        var holder = new Holder(Environment.ProcessId, DateTimeOffset.Now, Environment.UserName, command);
        File.WriteAllText(folder.RunHolder, JsonSerializer.Serialize(holder, JsonSerializerOptions.Web));
        return new RunClaim(alone);
    }

    private static string InUse(DataFolder folder)
    {
        try
        {
            var holder = JsonSerializer.Deserialize<Holder>(
                File.ReadAllText(folder.RunHolder),
                JsonSerializerOptions.Web
            )!;
            var since = holder.Since.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture);
            return $"The data folder {folder.Home} is already served by process {holder.Pid} "
                + $"('{holder.Command}' of user {holder.User}, since {since}). Stop it first, or choose another folder with --data.";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or JsonException)
        {
            return $"The data folder {folder.Home} is already served by another process.";
        }
    }
}
