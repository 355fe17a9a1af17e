using System.Globalization;
using Npgsql;
using Plus.Shared.Audit.Sealing;

namespace Plus.Shared.Audit.Proof;

/// <summary>
/// The audit as plain text: for each chain <c>process-0.events</c> (one event a line) and <c>process-0.seals</c> (number,
/// id, when it was sealed, hash, with tabs between, line by line beside the events), the events without a seal, the heads
/// and the public key.
/// </summary>
internal static class AuditCopy
{
    public const string Unsealed = "unsealed.txt";

    /// <returns>How many sealed events were copied.</returns>
    public static async Task<long> WriteAsync(
        NpgsqlConnection connection,
        string folder,
        AuditPlaces places,
        CancellationToken ct
    )
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(
                folder,
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        }

        await using var transaction = await connection.BeginTransactionAsync(
            System.Data.IsolationLevel.RepeatableRead,
            ct
        );
        var count = 0L;
        foreach (var chain in AuditChain.All)
        {
            var name = Path.Combine(folder, chain.Replace('/', '-'));
            await using var events = new StreamWriter(name + ".events");
            await using var seals = new StreamWriter(name + ".seals");
            await foreach (var e in SealedEvents.ReadAsync(connection, chain, ct))
            {
                await events.WriteAsync((e.Line ?? "") + "\n");
                await seals.WriteAsync(
                    string.Create(CultureInfo.InvariantCulture, $"{e.Number}\t{e.Id}\t{e.SealedAt:O}\t{e.Hash}\n")
                );
                count++;
            }
        }

        await using (var unsealed = new StreamWriter(Path.Combine(folder, Unsealed)))
        {
            foreach (var e in await SealedEvents.UnsealedAsync(connection, ct))
            {
                await unsealed.WriteAsync(
                    string.Create(CultureInfo.InvariantCulture, $"{e.Table}\t{e.Id}\t{e.At:O}\n")
                );
            }
        }

        foreach (var file in HeadFolder.Files(places.Folder).Concat(HeadFolder.Keys(places.Folder)))
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }

        return count;
    }
}
