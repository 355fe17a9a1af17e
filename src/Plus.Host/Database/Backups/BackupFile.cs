using System.IO.Compression;
using System.Text.Json;

namespace Plus.Host.Database.Backups;

/// <summary>A backup file opened for reading.</summary>
internal sealed class BackupFile : IDisposable
{
    private readonly ZipArchive zip;

    private BackupFile(ZipArchive zip, BackupManifest manifest)
    {
        this.zip = zip;
        Manifest = manifest;
    }

    internal BackupManifest Manifest { get; }

    public void Dispose() => zip.Dispose();

    internal static BackupFile Open(string file)
    {
        ZipArchive? archive = null;
        try
        {
            archive = ZipFile.OpenRead(file);
            using var entry =
                archive.GetEntry(BackupManifest.Entry)?.Open()
                ?? throw new InvalidDataException("it has no manifest.json.");
            var read = JsonSerializer.Deserialize<BackupManifest>(entry, BackupManifest.Json)!;
            return read.Format == BackupManifest.CurrentFormat
                ? new BackupFile(archive, read)
                : throw new InvalidDataException(
                    $"its format is {read.Format}, this PLUS reads {BackupManifest.CurrentFormat}."
                );
        }
        catch (Exception wrong) when (wrong is IOException or InvalidDataException or JsonException)
        {
            archive?.Dispose();
            throw new DatabaseStartException($"{file} is not a readable backup of PLUS: {wrong.Message}", wrong);
        }
    }

    internal IEnumerable<ZipArchiveEntry> Files =>
        zip.Entries.Where(entry => entry.FullName.StartsWith(FilesToSave.Folder, StringComparison.Ordinal));

    internal Stream Rows(SavedTable table) =>
        (zip.GetEntry(table.Entry) ?? throw new InvalidDataException($"The backup lacks {table.Entry}.")).Open();
}
