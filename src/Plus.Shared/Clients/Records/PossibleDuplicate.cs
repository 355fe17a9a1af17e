using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Clients.Records;

/// <summary>What a human said of a possible duplicate.</summary>
public enum DuplicateState
{
    Open,
    Different,
    Merged,
}

/// <summary>Two records that may be one person; a human decides. A merge keeps what it moved, so that it can be undone.</summary>
public sealed class PossibleDuplicate
{
    private PossibleDuplicate() { }

    public PossibleDuplicate(ClientId one, ClientId other, string reason)
    {
        var ordered = one.Value.CompareTo(other.Value) < 0;
        (Id, FirstId, SecondId, Reason) = (Guid.CreateVersion7(), ordered ? one : other, ordered ? other : one, reason);
    }

    public Guid Id { get; private set; }

    public ClientId FirstId { get; private set; }

    public ClientId SecondId { get; private set; }

    /// <summary>Reason code: sameNameAndBirthDate, sameCode, sameCodeOtherName.</summary>
    public string Reason { get; private set; } = "";

    public DuplicateState State { get; private set; }

    /// <summary>After a merge: rows moved, JSON {table: [ids]}; what undoing moves back.</summary>
    public string? Moved { get; private set; }

    public ClientId? KeptId { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public uint Version { get; private set; }

    public void Differ(DateTimeOffset at) => (State, DecidedAt) = (DuplicateState.Different, at);

    public void Merge(ClientId kept, string moved, DateTimeOffset at) =>
        (State, KeptId, Moved, DecidedAt) = (DuplicateState.Merged, kept, moved, at);

    public void Undo() => (State, KeptId, Moved, DecidedAt) = (DuplicateState.Open, null, null, null);
}

internal sealed class PossibleDuplicateTable : IEntityTypeConfiguration<PossibleDuplicate>
{
    public void Configure(EntityTypeBuilder<PossibleDuplicate> builder)
    {
        builder.ToTable("possible_duplicate", "clients");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Reason).HasMaxLength(40);
        builder.Property(d => d.State).AsCode();
        builder.Property(d => d.Moved).HasColumnType("jsonb");
        builder.Property(d => d.Version).IsRowVersion();
        builder.HasIndex(d => new { d.FirstId, d.SecondId }).IsUnique();
        builder.HasIndex(d => d.SecondId);
        builder.HasIndex(d => d.State);
        builder.HasOne<Client>().WithMany().HasForeignKey(d => d.FirstId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Client>().WithMany().HasForeignKey(d => d.SecondId).OnDelete(DeleteBehavior.Restrict);
    }
}
