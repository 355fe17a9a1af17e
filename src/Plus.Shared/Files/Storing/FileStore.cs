using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Shared.Files.Checking;
using Plus.Shared.Files.Records;
using Plus.Shared.Files.Scanning;
using Plus.Shared.Keys.Ring;

namespace Plus.Shared.Files.Storing;

/// <summary>
/// The one door to files outside the database. A file is judged by its content, encrypted under a key of its own and
/// stored once however often it comes. Whoever takes one in names it in a record by a foreign key within a day, in a
/// process of its own; what no record names is removed.
/// </summary>
/// <remarks>
/// The order of steps keeps rows and files together whenever the program ends: temporary file, row being written, file in
/// its place, row stored; and back: row gone with a note of what to remove, file removed, note gone. The sweep finishes
/// or undoes what was left half-way.
/// </remarks>
public sealed class FileStore
{
    private readonly FileRows _rows;
    private readonly FilePlaces _places;
    private readonly BlobStores _stores;
    private readonly KeyRing _keys;
    private readonly VirusScan _scan;
    private readonly FileHolds _holds;

    internal FileStore(
        FileRows rows,
        FilePlaces places,
        BlobStores stores,
        KeyRing keys,
        VirusScan scan,
        FileHolds holds
    ) => (_rows, _places, _stores, _keys, _scan, _holds) = (rows, places, stores, keys, scan, holds);

    /// <summary>Takes in a file from outside.</summary>
    /// <param name="content">Read to its end, or to the limit of the kind.</param>
    /// <param name="kind">Which types, how large.</param>
    /// <param name="fileName">Its name, of which only the ending is looked at; it is not kept.</param>
    /// <param name="ct">Ends the work; nothing is left of it.</param>
    /// <returns>The stored file, or a <see cref="FileRefused"/>.</returns>
    public async Task<Outcome<KeptFile>> PutAsync(
        Stream content,
        UploadKind kind,
        string? fileName = null,
        CancellationToken ct = default
    )
    {
        using var spool = await SpoolAsync(content, kind.MaxBytes, ct);
        if (spool.TooLarge)
        {
            return FileRefused.TooLarge(kind);
        }

        await using var read = spool.Read();
        var type = UploadCheck.Judge(read, kind, fileName);
        if (!type.Done)
        {
            return type.Refusal;
        }

        var scan = await _scan.ScanAsync(read, ct);
        if (scan == FileScan.Infected)
        {
            await _rows.SetScanAsync(spool.Sha256, FileScan.Infected, ct);
            return new FileRefused("virus");
        }

        return await KeepAsync(spool, type.Value, scan, ct);
    }

    /// <summary>Stores what PLUS made itself.</summary>
    public async Task<KeptFile> PutMadeAsync(Stream content, string mediaType, CancellationToken ct = default)
    {
        using var spool = await SpoolAsync(content, long.MaxValue, ct);
        return await KeepAsync(spool, mediaType, FileScan.None, ct);
    }

    /// <summary>What is known of a file; null when there is none.</summary>
    public async Task<KeptFile?> FindAsync(FileId id, CancellationToken ct = default) =>
        await _rows.FindAsync(id, ct) is { } row ? Kept(row) : null;

    /// <summary>
    /// The content, seekable. All of it has been read and proved against its SHA-256 before the first byte is given.
    /// </summary>
    /// <exception cref="FileMissingException">There is no such file, or it is gone from its store.</exception>
    /// <exception cref="FileDamagedException">It is not what was written.</exception>
    /// <exception cref="FileInQuarantineException">The virus scan has not passed it.</exception>
    public async Task<Stream> OpenAsync(FileId id, CancellationToken ct = default)
    {
        var row = await _rows.FindAsync(id, ct) ?? throw new FileMissingException();
        if (row.Scan is FileScan.Waiting or FileScan.Infected)
        {
            throw new FileInQuarantineException(row.Scan);
        }

        try
        {
            return await ProvedAsync(row, ct);
        }
        catch (FileMissingException) when (row.Store != _stores.Current.Code)
        {
            // It may have been moved between the two looks.
            return await _rows.FindAsync(id, ct) is { } moved && moved.Store != row.Store
                ? await ProvedAsync(moved, ct)
                : throw new FileMissingException();
        }
    }

    /// <summary>Removes a file that no record names any more. Returns false when one does; nothing happens then.</summary>
    public async Task<bool> DeleteAsync(FileId id, CancellationToken ct = default)
    {
        if (await _rows.FindAsync(id, ct) is not { } row || !await _rows.RemoveAsync(id, DateTimeOffset.MaxValue, ct))
        {
            return false;
        }

        At(FileStep.RowGone);
        // While a backup goes on the file stays; the sweep takes it out afterwards.
        await using var hold = await _holds.TryAsync(CancellationToken.None);
        if (hold is not null)
        {
            await TakeOutAsync(row.Store, row.Address, CancellationToken.None);
        }

        return true;
    }

    /// <summary>Takes a file whose row is gone out of its store.</summary>
    internal async Task TakeOutAsync(string store, string address, CancellationToken ct)
    {
        await _stores.Of(store).RemoveAsync(address, ct);
        At(FileStep.Removed);
        await _rows.RemovedAsync(store, address, ct);
    }

    /// <summary>The content, proved, whatever the scan said.</summary>
    internal async Task<Stream> ProvedAsync(FileRow row, CancellationToken ct)
    {
        var file = await _stores.Of(row.Store).OpenAsync(row.Address, ct) ?? throw new FileMissingException();
        FileReadStream? content = null;
        try
        {
            content = new FileReadStream(file, row.Open(_keys), row.Size);
            return await content.IsWholeAsync(row.Sha256, ct) ? content : throw new FileDamagedException();
        }
        catch (Exception failure)
        {
            await (content ?? file).DisposeAsync();
            if (failure is System.Security.Cryptography.AuthenticationTagMismatchException)
            {
                throw new FileDamagedException(failure);
            }

            throw;
        }
    }

    private async Task<FileSpool> SpoolAsync(Stream content, long limit, CancellationToken ct)
    {
        Directory.CreateDirectory(_places.Temporary);
        var spool = await FileSpool.FillAsync(_places.Temporary, content, limit, ct);
        At(FileStep.Spooled);
        return spool;
    }

    private async Task<KeptFile> KeepAsync(FileSpool spool, string mediaType, FileScan scan, CancellationToken ct)
    {
        if (await _rows.TouchAsync(spool.Sha256, ct) is { } known)
        {
            if (scan == FileScan.Clean && known.Scan != FileScan.Clean)
            {
                await _rows.SetScanAsync(spool.Sha256, scan, ct);
                known = known with { Scan = scan };
            }

            return Kept(known);
        }

        var id = FileId.New();
        var sealedKey = _keys.Wrap(spool.Key, id.Value.ToByteArray());
        var store = _stores.Current;
        var row = new FileRow(
            id,
            spool.Sha256,
            spool.Size,
            mediaType,
            store.Code,
            spool.Address,
            sealedKey.Sealed,
            sealedKey.KeyId,
            scan
        );
        await _rows.WriteAsync(row, ct);
        At(FileStep.RowWritten);
        // From here on the steps are gone through: to stop half-way would only leave work for the sweep.
        await store.PutAsync(spool.Address, spool.Path, CancellationToken.None);
        At(FileStep.Placed);
        if (await _rows.StoreAsync(id, CancellationToken.None))
        {
            At(FileStep.RowStored);
            return Kept(row);
        }

        // Somebody took in the same at the same time: theirs is kept.
        await _rows.RemoveAsync(id, DateTimeOffset.MaxValue, CancellationToken.None);
        await TakeOutAsync(row.Store, row.Address, CancellationToken.None);
        return await _rows.TouchAsync(spool.Sha256, CancellationToken.None) is { } theirs
            ? Kept(theirs)
            : throw new FileMissingException();
    }

    private void At(FileStep step) => _places.AtStep?.Invoke(step);

    private static KeptFile Kept(FileRow row) => new(row.Id, row.Sha256, row.Size, row.MediaType, row.Scan);
}

/// <summary>A file in the store.</summary>
/// <param name="Id">What a record names.</param>
/// <param name="Sha256">Of the content, lower-case hexadecimal.</param>
/// <param name="Size">Bytes of the content.</param>
/// <param name="MediaType">By the content.</param>
/// <param name="Scan">What the virus scan said; while it waits the file cannot be opened.</param>
public sealed record KeptFile(FileId Id, string Sha256, long Size, string MediaType, FileScan Scan);

/// <summary>The virus scan has not passed the file yet, or found something.</summary>
public sealed class FileInQuarantineException(FileScan scan)
    : IOException("The file is in quarantine until it has been scanned for viruses.")
{
    public FileScan Scan { get; } = scan;
}
