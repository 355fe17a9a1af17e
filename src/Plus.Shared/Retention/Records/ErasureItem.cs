using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Storage;

namespace Plus.Shared.Retention.Records;

/// <summary>What became of one record of an erasure.</summary>
public enum ErasureItemState
{
    /// <summary>It waits for the consent or its turn.</summary>
    Waiting,

    /// <summary>Nothing of it is left but the skeleton.</summary>
    Erased,

    /// <summary>A legal hold was laid on it meanwhile.</summary>
    Held,

    /// <summary>Its time is not over any more: a section was opened or reopened, the rule changed.</summary>
    NotDue,
}

/// <summary>One record of an erasure. The label, a number of the record, goes with the record.</summary>
public sealed class ErasureItem
{
    private ErasureItem() { }

    public ErasureItem(Guid erasure, Guid record, Guid? person, string label, DateOnly since)
    {
        (ErasureId, RecordId, PersonId, Label, Since) = (erasure, record, person, label, since);
        State = ErasureItemState.Waiting;
    }

    public Guid ErasureId { get; private set; }

    public Guid RecordId { get; private set; }

    /// <summary>The client, where the record has one.</summary>
    public Guid? PersonId { get; private set; }

    public string Label { get; private set; } = "";

    public DateOnly Since { get; private set; }

    public ErasureItemState State { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Rows that were deleted or lost their texts.</summary>
    public int Rows { get; private set; }
}

internal sealed class ErasureItemTable : IEntityTypeConfiguration<ErasureItem>
{
    public void Configure(EntityTypeBuilder<ErasureItem> builder)
    {
        builder.ToTable("erasure_item", "retention");
        builder.HasKey(i => new { i.ErasureId, i.RecordId });
        builder.Property(i => i.Label).HasMaxLength(60);
        builder.Property(i => i.State).AsCode();
        builder.HasIndex(i => i.RecordId);
        builder.HasOne<Erasure>().WithMany().HasForeignKey(i => i.ErasureId).OnDelete(DeleteBehavior.Restrict);
        builder.IsBookkeeping();
    }
}
