using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;

namespace Plus.Shared.Organisation.Records;

/// <summary>A regional territorial unit. Dates say when it exists; the last day counts.</summary>
public sealed class Region
{
    private Region() { }

    public Region(RegionId id, string code, string name, DateOnly from, DateOnly? to = null)
    {
        (Id, Code, Name, From, To) = (id, code, name, from, to);
    }

    public RegionId Id { get; private set; }

    public string Code { get; private set; } = "";

    public string Name { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    public uint Version { get; private set; }

    public bool ExistsOn(DateOnly day) => From <= day && (To is null || day <= To);

    public void Rename(string name) => Name = name;

    public void Close(DateOnly lastDay) => To = lastDay;
}

internal sealed class RegionTable : IEntityTypeConfiguration<Region>
{
    public void Configure(EntityTypeBuilder<Region> builder)
    {
        builder.ToTable("region", "organisation");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Code).HasMaxLength(20);
        builder.Property(r => r.Name).HasMaxLength(200);
        builder.Property(r => r.Version).IsRowVersion();
        builder.HasIndex(r => r.Code).IsUnique();
    }
}
