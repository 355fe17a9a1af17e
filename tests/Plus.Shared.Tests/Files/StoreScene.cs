using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Plus.Kernel.Ids;
using Plus.Shared.Files;
using Plus.Shared.Files.Storing;
using Plus.Shared.Files.Sweeping;
using Plus.Shared.Keys.Ring;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Files;

/// <summary>The store of the application under test, and a table whose rows name files.</summary>
internal static class StoreScene
{
    public static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static FileStore Store(this PlusApp app) => app.Services.GetRequiredService<FileStore>();

    public static FileSweep Sweep(this PlusApp app) => app.Services.GetRequiredService<FileSweep>();

    public static FilePlaces Places(this PlusApp app) => app.Services.GetRequiredService<FilePlaces>();

    public static KeyRing Keys(this PlusApp app) => app.Services.GetRequiredService<KeyRing>();

    public static byte[] Bytes(int size, int seed = 1)
    {
        var bytes = new byte[size];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public static Task<KeptFile> KeepAsync(this PlusApp app, byte[] content) =>
        app.Store().PutMadeAsync(new MemoryStream(content), "application/pdf", Ct);

    public static async Task<byte[]> ContentAsync(this PlusApp app, FileId id)
    {
        await using var stream = await app.Store().OpenAsync(id, Ct);
        using var all = new MemoryStream();
        await stream.CopyToAsync(all, Ct);
        return all.ToArray();
    }

    public static async Task OwnerAsync(this PlusApp app, string sql)
    {
        await using var source = NpgsqlDataSource.Create(app.Database.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }

    public static async Task NameAsync(this PlusApp app, FileId id)
    {
        await app.OwnerAsync(
            "CREATE TABLE IF NOT EXISTS files.planted (file_id uuid NOT NULL REFERENCES files.stored_file)"
        );
        await app.OwnerAsync($"INSERT INTO files.planted VALUES ('{id}')");
    }

    public static async Task<string> PathAsync(this PlusApp app, FileId id)
    {
        var address = await app.ScalarAsync<string>($"SELECT address::text FROM files.stored_file WHERE id = '{id}'");
        return Path.Combine(app.Places().Folder, address[..2], address[2..4], address);
    }

    /// <summary>Every row that is stored has its file, and every file a row or a note that it is to be removed.</summary>
    public static async Task<string> ApartAsync(this PlusApp app)
    {
        var rows = await app.ReadListAsync("SELECT address FROM files.stored_file WHERE state = 'stored'");
        var known = await app.ReadListAsync(
            "SELECT address FROM files.stored_file UNION SELECT address FROM files.removal"
        );
        var files = app.FilesThere();
        return string.Join(
            '\n',
            rows.Except(files, StringComparer.Ordinal)
                .Select(a => "row without file: " + a)
                .Concat(files.Except(known, StringComparer.Ordinal).Select(a => "file without row: " + a))
        );
    }

    public static List<string> FilesThere(this PlusApp app) =>
        Directory.Exists(app.Places().Folder)
            ?
            [
                .. Directory
                    .EnumerateFiles(app.Places().Folder, "*", SearchOption.AllDirectories)
                    .Select(f => Path.GetFileName(f)),
            ]
            : [];
}
