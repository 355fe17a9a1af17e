using System.Diagnostics.CodeAnalysis;
using Npgsql;
using Plus.Kernel.Storage;

namespace Plus.Shared.Archive;

/// <summary>
/// The second database, in which closed cases rest: the same schema with the same policies, without foreign keys. None
/// where no archive is set up; nothing is moved then.
/// </summary>
public sealed class ArchiveDatabase : IAsyncDisposable
{
    private readonly NpgsqlDataSource? _source;

    /// <param name="connectionString">Connects as the application's role; null where there is no archive.</param>
    public ArchiveDatabase(string? connectionString) =>
        _source = connectionString is null ? null : PlusDataSource.Build(ThroughPlus.Mark(connectionString));

    public static ArchiveDatabase None { get; } = new(null);

    [MemberNotNullWhen(true, nameof(_source))]
    public bool IsThere => _source is not null;

    /// <exception cref="InvalidOperationException">There is no archive.</exception>
    public NpgsqlDataSource Source =>
        IsThere
            ? _source
            : throw new InvalidOperationException(
                "There is no archive database: set PLUS_ARCHIVE_DB (docs/operations.md)."
            );

    /// <summary>Told before each step of moving; tests stop the program there.</summary>
    internal Action<ArchiveStep>? AtStep { get; init; }

    internal void At(ArchiveStep step) => AtStep?.Invoke(step);

    public ValueTask DisposeAsync() => _source?.DisposeAsync() ?? ValueTask.CompletedTask;
}

/// <summary>The steps of moving and of bringing back, in order; a program that ends at any of them loses and doubles nothing.</summary>
internal enum ArchiveStep
{
    /// <summary>What may be left over is written down.</summary>
    Claimed,

    /// <summary>The rows are in the archive's transaction and out of the working database's; neither is committed.</summary>
    Written,

    /// <summary>The archive has committed; the working database has not.</summary>
    Arrived,

    /// <summary>The working database has committed.</summary>
    Moved,

    /// <summary>The rows are back in the working database's transaction, not committed.</summary>
    BroughtBack,

    /// <summary>The working database has committed; the archive holds a leftover.</summary>
    Returned,

    /// <summary>The archive is empty of it; the note of the leftover stands.</summary>
    Cleared,
}
