using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;

namespace Plus.Shared.Cases.Records;

/// <summary>Who carried a section out, where and from when to when; the last day counts. The open row is the present one.</summary>
public sealed class Assignment
{
    private Assignment() { }

    public Assignment(SectionId section, OfficeId office, StaffId? manager, DateOnly from, string reason)
    {
        (Id, SectionId, OfficeId, ManagerId, From, Reason) = (
            Guid.CreateVersion7(),
            section,
            office,
            manager,
            from,
            reason
        );
    }

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    public OfficeId OfficeId { get; private set; }

    public StaffId? ManagerId { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    /// <summary>first, or one of <see cref="Transfers.Transfer.Reasons"/>.</summary>
    public string Reason { get; private set; } = "";

    public void End(DateOnly lastDay) => To = lastDay;
}

internal sealed class AssignmentTable : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.ToTable("assignment", "cases");
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Reason).HasMaxLength(40);
        builder.HasIndex(a => a.SectionId);
        builder.HasIndex(a => new { a.ManagerId, a.To });
        builder.HasOne<Section>().WithMany().HasForeignKey(a => a.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}
