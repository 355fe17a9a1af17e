using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Obligations.Records;

/// <summary>
/// Where somebody lives, works or learns whom a ban protects. Victims' data: it lies apart from the obligation, no page
/// shows it without the permission for victims, and no audit row holds its words. Addresses of the supervised person are
/// held against it.
/// </summary>
public sealed class ProtectedAddress
{
    private ProtectedAddress() { }

    public ProtectedAddress(Guid obligation, SectionId section, string text, string? territory, StaffId by)
    {
        (Id, ObligationId, SectionId) = (Guid.CreateVersion7(), obligation, section);
        (Text, TerritoryCode, EnteredBy) = (text, territory, by);
    }

    public Guid Id { get; private set; }

    public Guid ObligationId { get; private set; }

    public SectionId SectionId { get; private set; }

    public string Text { get; private set; } = "";

    /// <summary>ATVK code; null where it is not known.</summary>
    public string? TerritoryCode { get; private set; }

    public double? Latitude { get; private set; }

    public double? Longitude { get; private set; }

    /// <summary>Whom those are sent to who meet the ban.</summary>
    public StaffId EnteredBy { get; private set; }

    /// <summary>Last day on which it is held against addresses; null while it is.</summary>
    public DateOnly? EndedOn { get; private set; }

    public uint Version { get; private set; }

    public void StandsAt(double latitude, double longitude) => (Latitude, Longitude) = (latitude, longitude);

    public void End(DateOnly on) => EndedOn = on;
}

internal sealed class ProtectedAddressTable : IEntityTypeConfiguration<ProtectedAddress>
{
    public void Configure(EntityTypeBuilder<ProtectedAddress> builder)
    {
        builder.ToTable(
            "protected_address",
            "obligations",
            t => t.HasCheckConstraint("ck_protected_address_point", "(latitude is null) = (longitude is null)")
        );
        builder.HasKey(a => a.Id);
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Text).HasMaxLength(500).IsSecret();
        builder.Property(a => a.TerritoryCode).HasMaxLength(7).IsSecret();
        builder.Property(a => a.Latitude).IsSecret();
        builder.Property(a => a.Longitude).IsSecret();
        builder.Property(a => a.Version).IsRowVersion();
        builder.HasIndex(a => a.ObligationId);
        builder.HasIndex(a => a.SectionId);
        builder.HasOne<Obligation>().WithMany().HasForeignKey(a => a.ObligationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Section>().WithMany().HasForeignKey(a => a.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(a => a.EnteredBy).OnDelete(DeleteBehavior.Restrict);
    }
}
