using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Xml.Linq;
using Plus.Web.WebDav;

namespace Plus.Shared.Tests.WebDav;

/// <summary>A collection in memory that allows everything, to judge the protocol by.</summary>
internal sealed class ScratchCollection(string holder, ScratchFiles files) : IDavCollection
{
    public string Holder => holder;

    public IDavLocks Locks => files;

    public DavLimits Limits { get; init; } = new() { LockTime = TimeSpan.FromHours(1) };

    public Task<DavItem?> FindAsync(string path, CancellationToken ct) =>
        Task.FromResult(files.Items.GetValueOrDefault(path)?.Item);

    public Task<IReadOnlyList<DavItem>> MembersAsync(DavItem collection, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<DavItem>>([
            .. files
                .Items.Values.Select(f => f.Item)
                .Where(i => i.Path != "/" && DavPath.Parent(i.Path) == collection.Path)
                .OrderBy(i => i.Path, StringComparer.Ordinal),
        ]);

    public Task<Stream> ReadAsync(DavItem file, CancellationToken ct) =>
        Task.FromResult<Stream>(new MemoryStream(files.Items[file.Path].Content, writable: false));

    public async Task<DavAnswer> WriteAsync(string path, DavItem? before, Stream content, CancellationToken ct)
    {
        using var whole = new MemoryStream();
        await content.CopyToAsync(whole, ct);
        var bytes = whole.ToArray();
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..16]}-{files.NextNumber()}\"";
        files.Items[path] = new(
            new DavItem(path, false)
            {
                Length = bytes.Length,
                Tag = tag,
                CreatedAt = before?.CreatedAt ?? files.Now,
                ChangedAt = files.Now,
                Properties = before?.Properties ?? [],
            },
            bytes
        );
        return new DavAnswer(before is null ? 201 : 204, tag);
    }

    public Task<DavAnswer> MakeCollectionAsync(string path, CancellationToken ct)
    {
        files.Items[path] = new(new DavItem(path, true) { CreatedAt = files.Now, ChangedAt = files.Now }, []);
        return Task.FromResult(DavAnswer.Created);
    }

    public Task<DavAnswer> DeleteAsync(DavItem item, CancellationToken ct)
    {
        Remove(item.Path);
        return Task.FromResult(DavAnswer.Done);
    }

    public Task<DavAnswer> CopyAsync(DavItem from, string to, DavItem? replaced, bool deep, CancellationToken ct)
    {
        Remove(to);
        foreach (var path in files.Items.Keys.Where(p => p == from.Path || (deep && DavPath.IsBelow(p, from.Path))))
        {
            var file = files.Items[path];
            var copy = to + path[from.Path.Length..];
            files.Items[copy] = file with { Item = file.Item with { Path = copy } };
        }

        return Task.FromResult(replaced is null ? DavAnswer.Created : DavAnswer.Done);
    }

    public async Task<DavAnswer> MoveAsync(DavItem from, string to, DavItem? replaced, CancellationToken ct)
    {
        var answer = await CopyAsync(from, to, replaced, deep: true, ct);
        Remove(from.Path);
        return answer;
    }

    public Task<DavAnswer> SetPropertiesAsync(DavItem item, IReadOnlyList<XElement> properties, CancellationToken ct)
    {
        var file = files.Items[item.Path];
        files.Items[item.Path] = file with { Item = file.Item with { Properties = properties } };
        return Task.FromResult(DavAnswer.Done);
    }

    private void Remove(string path)
    {
        foreach (var gone in files.Items.Keys.Where(p => p == path || DavPath.IsBelow(p, path)))
        {
            files.Items.TryRemove(gone, out _);
        }
    }
}

/// <summary>The files and locks that several holders share.</summary>
internal sealed class ScratchFiles : IDavLocks
{
    private readonly Lock _gate = new();
    private readonly List<DavLock> _locks = [];
    private int _number;

    public ConcurrentDictionary<string, ScratchFile> Items { get; } =
        new(StringComparer.Ordinal) { ["/"] = new(new DavItem("/", true), []) };

    public DateTimeOffset Now { get; set; } = DateTimeOffset.UtcNow;

    public int NextNumber() => Interlocked.Increment(ref _number);

    public Task<IReadOnlyList<DavLock>> AllAsync(CancellationToken ct)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<DavLock>>([.. _locks.Where(l => l.EndsAt > Now)]);
        }
    }

    public Task<bool> AddAsync(DavLock added, CancellationToken ct)
    {
        lock (_gate)
        {
            if (_locks.Exists(l => l.EndsAt > Now && l.Excludes(added)))
            {
                return Task.FromResult(false);
            }

            _locks.Add(added);
            return Task.FromResult(true);
        }
    }

    public Task RefreshAsync(string token, DateTimeOffset endsAt, CancellationToken ct)
    {
        lock (_gate)
        {
            var at = _locks.FindIndex(l => l.Token == token);
            _locks[at] = _locks[at] with { EndsAt = endsAt };
            return Task.CompletedTask;
        }
    }

    public Task RemoveAsync(string token, CancellationToken ct)
    {
        lock (_gate)
        {
            _locks.RemoveAll(l => l.Token == token);
            return Task.CompletedTask;
        }
    }
}

/// <summary>A file or collection with its bytes.</summary>
internal sealed record ScratchFile(DavItem Item, byte[] Content);
