using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;

namespace Plus.Shared.Organisation.Records;

/// <summary>
/// Which office is competent for a territory, dated; the last day counts. The map is the Service's own and no
/// public source gives it, so every row can be changed.
/// </summary>
public sealed class OfficeTerritory
{
    private OfficeTerritory() { }

    public OfficeTerritory(string territoryCode, OfficeId office, DateOnly from, DateOnly? to = null)
    {
        (Id, TerritoryCode, OfficeId, From, To) = (Guid.CreateVersion7(), territoryCode, office, from, to);
    }

    public Guid Id { get; private set; }

    public string TerritoryCode { get; private set; } = "";

    public OfficeId OfficeId { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    /// <summary>Delivered without a source, and not confirmed by the Service yet.</summary>
    public bool Assumed { get; private set; }

    public uint Version { get; private set; }

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);

    public void End(DateOnly lastDay) => To = lastDay;

    public void Confirm() => Assumed = false;
}

internal sealed class OfficeTerritoryTable : IEntityTypeConfiguration<OfficeTerritory>
{
    public void Configure(EntityTypeBuilder<OfficeTerritory> builder)
    {
        builder.ToTable("office_territory", "organisation");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.TerritoryCode).HasMaxLength(7);
        builder.Property(t => t.Version).IsRowVersion();
        builder.HasIndex(t => t.TerritoryCode);
        builder.HasOne<Territory>().WithMany().HasForeignKey(t => t.TerritoryCode).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Office>().WithMany().HasForeignKey(t => t.OfficeId).OnDelete(DeleteBehavior.Restrict);
    }
}
