using Plus.Shared.Files.Storing;

namespace Plus.Shared.Files.Keys;

/// <summary>Makes a new master key and wraps every file's key anew with it. Files themselves stay as they are.</summary>
internal sealed class KeyRotation(FileRows rows, MasterKeys keys)
{
    private const int Batch = 1000;

    /// <summary>Returns the new key's id and how many files' keys it wraps now. Interrupted, it goes on the next time.</summary>
    public async Task<(string Key, int Files)> RunAsync(bool forget, CancellationToken ct)
    {
        var key = keys.Rotate();
        var all = 0;
        while (
            await rows.ManyAsync($"master_key <> @key ORDER BY id LIMIT {Batch}", ct, ("key", key))
                is { Count: > 0 } old
        )
        {
            foreach (var row in old)
            {
                var (master, wrapped) = keys.Wrap(
                    keys.Unwrap(row.MasterKey, row.WrappedKey, row.Id.Value),
                    row.Id.Value
                );
                all += await rows.DoAsync(
                    "UPDATE files.stored_file SET wrapped_key = @wrapped, master_key = @master WHERE id = @id AND master_key = @old",
                    ct,
                    ("wrapped", wrapped),
                    ("master", master),
                    ("id", row.Id.Value),
                    ("old", row.MasterKey)
                );
            }
        }

        if (forget)
        {
            keys.Keep(new HashSet<string>(StringComparer.Ordinal) { key });
        }

        return (key, all);
    }
}
