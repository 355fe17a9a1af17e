using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Retention.Records;

/// <summary>Where an erasure stands.</summary>
public enum ErasureState
{
    /// <summary>One person proposed it; nothing is erased.</summary>
    Proposed,

    /// <summary>Another person declined it.</summary>
    Declined,

    /// <summary>Another person consented; the records go one after another.</summary>
    Agreed,

    /// <summary>Every record is erased or was left for a reason.</summary>
    Done,
}

/// <summary>Records of one class that one person proposes to erase and another consents to.</summary>
public sealed class Erasure
{
    private Erasure() { }

    public Erasure(string classCode, int years, DateOnly dueBy, string reason, StaffId by, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7();
        (ClassCode, Years, DueBy, Reason) = (classCode, years, dueBy, reason);
        (ProposedBy, ProposedAt, State) = (by, at, ErasureState.Proposed);
    }

    public Guid Id { get; private set; }

    public string ClassCode { get; private set; } = "";

    /// <summary>The rule as it was when this was proposed.</summary>
    public int Years { get; private set; }

    /// <summary>Records whose time was over on this day.</summary>
    public DateOnly DueBy { get; private set; }

    public string Reason { get; private set; } = "";

    public ErasureState State { get; private set; }

    public StaffId ProposedBy { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    public StaffId? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? DecidedReason { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public uint Version { get; private set; }

    public void Decide(bool agreed, string? reason, StaffId by, DateTimeOffset at) =>
        (State, DecidedReason, DecidedBy, DecidedAt) = (
            agreed ? ErasureState.Agreed : ErasureState.Declined,
            reason,
            by,
            at
        );

    public void Finish(DateTimeOffset at) => (State, DoneAt) = (ErasureState.Done, at);
}

internal sealed class ErasureTable : IEntityTypeConfiguration<Erasure>
{
    public void Configure(EntityTypeBuilder<Erasure> builder)
    {
        builder.ToTable(
            "erasure",
            "retention",
            t => t.HasCheckConstraint("ck_erasure_two_people", "decided_by <> proposed_by")
        );
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.ClassCode).HasMaxLength(40);
        builder.Property(e => e.Reason).HasMaxLength(2000);
        builder.Property(e => e.DecidedReason).HasMaxLength(2000);
        builder.Property(e => e.State).AsCode();
        builder.Property(e => e.Version).IsRowVersion();
        builder.HasOne<Staff>().WithMany().HasForeignKey(e => e.ProposedBy).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(e => e.DecidedBy).OnDelete(DeleteBehavior.Restrict);
    }
}
