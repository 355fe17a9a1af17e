using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Obligations.Records;

/// <summary>One check of an obligation: what was found, on what evidence, and how far it is.</summary>
public sealed class ObligationCheck
{
    private ObligationCheck() { }

    public ObligationCheck(
        Guid obligation,
        SectionId section,
        DateOnly onDay,
        string finding,
        int? percent,
        string note,
        StaffId by
    )
    {
        (Id, ObligationId, SectionId, OnDay, Finding, Percent, Note, CheckedBy) = (
            Guid.CreateVersion7(),
            obligation,
            section,
            onDay,
            finding,
            percent,
            note,
            by
        );
    }

    public Guid Id { get; private set; }

    public Guid ObligationId { get; private set; }

    public SectionId SectionId { get; private set; }

    public DateOnly OnDay { get; private set; }

    /// <summary>complied, partly or violated.</summary>
    public string Finding { get; private set; } = "";

    /// <summary>How far the obligation is done, 0 to 100; null where there is nothing to measure.</summary>
    public int? Percent { get; private set; }

    /// <summary>What was seen or handed in.</summary>
    public string Note { get; private set; } = "";

    public StaffId CheckedBy { get; private set; }
}

internal sealed class ObligationCheckTable : IEntityTypeConfiguration<ObligationCheck>
{
    public void Configure(EntityTypeBuilder<ObligationCheck> builder)
    {
        builder.ToTable(
            "check",
            "obligations",
            t => t.HasCheckConstraint("ck_check_percent", "percent is null or percent between 0 and 100")
        );
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Finding).HasMaxLength(20);
        builder.Property(c => c.Note).HasMaxLength(4_000);
        builder.HasIndex(c => new { c.ObligationId, c.OnDay });
        builder.HasIndex(c => c.SectionId);
        builder.HasOne<Obligation>().WithMany().HasForeignKey(c => c.ObligationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Section>().WithMany().HasForeignKey(c => c.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}
