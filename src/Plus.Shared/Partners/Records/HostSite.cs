using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Partners.Records;

/// <summary>A place where clients of a host employer work: where it is, how many it takes on each day of the week.</summary>
public sealed class HostSite
{
    private HostSite() { }

    public HostSite(HostEmployerId host) => (Id, HostEmployerId) = (Guid.CreateVersion7(), host);

    public Guid Id { get; private set; }

    public HostEmployerId HostEmployerId { get; private set; }

    public string Name { get; private set; } = "";

    public string Address { get; private set; } = "";

    /// <summary>ATVK code.</summary>
    public string? TerritoryCode { get; private set; }

    /// <summary>Degrees, WGS 84; both or none.</summary>
    public double? Latitude { get; private set; }

    public double? Longitude { get; private set; }

    /// <summary>Children are there: a school, a kindergarten, a playground.</summary>
    public bool NearChildren { get; private set; }

    /// <summary>How many clients may work there on a day, Monday first; seven numbers.</summary>
    public int[] Places { get; private set; } = new int[7];

    /// <summary>Last day on which clients may work there; null while it is used.</summary>
    public DateOnly? To { get; private set; }

    public uint Version { get; private set; }

    public int PlacesOn(DateOnly day) => Places[((int)day.DayOfWeek + 6) % 7];

    public bool IsUsedOn(DateOnly day) => To is null || day <= To;

    public void Describe(string name, string address, string? territoryCode, (double Latitude, double Longitude)? at)
    {
        (Name, Address, TerritoryCode) = (name, address, territoryCode);
        (Latitude, Longitude) = (at?.Latitude, at?.Longitude);
    }

    public void Take(int[] places, bool nearChildren)
    {
        if (places.Length != 7)
        {
            throw new ArgumentException("A week has seven days.", nameof(places));
        }

        (Places, NearChildren) = (places, nearChildren);
    }

    public void Use(DateOnly? to) => To = to;
}

internal sealed class HostSiteTable : IEntityTypeConfiguration<HostSite>
{
    public void Configure(EntityTypeBuilder<HostSite> builder)
    {
        builder.ToTable(
            "host_site",
            "partners",
            t =>
            {
                t.HasCheckConstraint("ck_host_site_places", "cardinality(places) = 7");
                t.HasCheckConstraint("ck_host_site_point", "(latitude is null) = (longitude is null)");
            }
        );
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Name).HasMaxLength(200).UseCollation(Collations.Latvian);
        builder.Property(s => s.Address).HasMaxLength(500);
        builder.Property(s => s.TerritoryCode).HasMaxLength(7);
        builder.Property(s => s.Version).IsRowVersion();
        builder.HasIndex(s => s.HostEmployerId);
        builder.HasIndex(s => s.TerritoryCode);
        builder
            .HasOne<HostEmployer>()
            .WithMany()
            .HasForeignKey(s => s.HostEmployerId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
