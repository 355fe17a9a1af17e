using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Organisation.Records;

/// <summary>What an office is for.</summary>
public enum OfficeKind
{
    General,
    ChildrenAndYouth,
    Central,
}

/// <summary>An office of a regional unit, or the central administration (no region). Dates: the last day counts.</summary>
public sealed class Office
{
    private Office() { }

    public Office(
        OfficeId id,
        RegionId? region,
        string code,
        string name,
        OfficeKind kind,
        DateOnly from,
        DateOnly? to = null
    )
    {
        (Id, RegionId, Code, Name, Kind, From, To) = (id, region, code, name, kind, from, to);
    }

    public OfficeId Id { get; private set; }

    public RegionId? RegionId { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public OfficeKind Kind { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    public uint Version { get; private set; }

    public bool OpenOn(DateOnly day) => From <= day && (To is null || day <= To);

    public void Rename(string name) => Name = name;

    public void Close(DateOnly lastDay) => To = lastDay;
}

internal sealed class OfficeTable : IEntityTypeConfiguration<Office>
{
    public void Configure(EntityTypeBuilder<Office> builder)
    {
        builder.ToTable("office", "organisation");
        builder.HasKey(o => o.Id);
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Code).HasMaxLength(20);
        builder.Property(o => o.Name).HasMaxLength(200);
        builder.Property(o => o.Kind).AsCode();
        builder.Property(o => o.Version).IsRowVersion();
        builder.HasIndex(o => o.Code).IsUnique();
        builder.HasOne<Region>().WithMany().HasForeignKey(o => o.RegionId).OnDelete(DeleteBehavior.Restrict);
    }
}
