using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Law.Assignment;

namespace Plus.Shared.Access.Records;

/// <summary>A training that a person of the Service has had.</summary>
public sealed class StaffTraining
{
    private StaffTraining() { }

    public StaffTraining(
        StaffId staff,
        string kind,
        DateOnly heldOn,
        int? hours,
        DateOnly? validTo,
        string? certificate
    )
    {
        (Id, StaffId, Kind, HeldOn, Hours, To, Certificate) = (
            Guid.CreateVersion7(),
            staff,
            kind,
            heldOn,
            hours,
            validTo,
            certificate
        );
    }

    public Guid Id { get; private set; }

    public StaffId StaffId { get; private set; }

    /// <summary>Code of <see cref="StaffTrainings.Kinds"/>.</summary>
    public string Kind { get; private set; } = "";

    public DateOnly HeldOn { get; private set; }

    public int? Hours { get; private set; }

    /// <summary>Last day that the certificate names; null when it names none.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Number of the certificate.</summary>
    public string? Certificate { get; private set; }

    public HadTraining Had => new(Kind, HeldOn, To);
}

internal sealed class StaffTrainingTable : IEntityTypeConfiguration<StaffTraining>
{
    public void Configure(EntityTypeBuilder<StaffTraining> builder)
    {
        builder.ToTable("staff_training", "access");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Kind).HasMaxLength(20);
        builder.Property(t => t.Certificate).HasMaxLength(60);
        builder.Ignore(t => t.Had);
        builder.HasIndex(t => t.StaffId);
        builder.HasOne<Staff>().WithMany().HasForeignKey(t => t.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
