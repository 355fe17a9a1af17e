using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Contacts.Records;

/// <summary>A room of an office in which clients are met.</summary>
public sealed class Room
{
    private Room() { }

    public Room(OfficeId office, string name) =>
        (Id, OfficeId, Name, Active) = (Guid.CreateVersion7(), office, name, true);

    public Guid Id { get; private set; }

    public OfficeId OfficeId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Whether it can be taken for new appointments.</summary>
    public bool Active { get; private set; }

    public uint Version { get; private set; }

    public void Retire() => Active = false;
}

internal sealed class RoomTable : IEntityTypeConfiguration<Room>
{
    public void Configure(EntityTypeBuilder<Room> builder)
    {
        builder.ToTable("room", "contacts");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Name).HasMaxLength(100).UseCollation(Collations.Latvian);
        builder.Property(r => r.Version).IsRowVersion();
        builder.HasIndex(r => new { r.OfficeId, r.Name }).IsUnique().HasFilter("active");
        builder.HasOne<Office>().WithMany().HasForeignKey(r => r.OfficeId).OnDelete(DeleteBehavior.Restrict);
    }
}
