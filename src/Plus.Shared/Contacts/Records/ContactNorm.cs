using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Contacts.Records;

/// <summary>How closely the client of a section is met: the level of risk and why.</summary>
public sealed class ContactNorm
{
    private ContactNorm() { }

    public ContactNorm(SectionId section, string level, string reason, DateOnly from)
    {
        SectionId = section;
        Set(level, reason, from);
    }

    public SectionId SectionId { get; private set; }

    /// <summary>low, medium or high.</summary>
    public string Level { get; private set; } = "";

    public string Reason { get; private set; } = "";

    /// <summary>First day on which the level holds.</summary>
    public DateOnly From { get; private set; }

    public uint Version { get; private set; }

    public void Set(string level, string reason, DateOnly from) => (Level, Reason, From) = (level, reason, from);
}

internal sealed class ContactNormTable : IEntityTypeConfiguration<ContactNorm>
{
    public void Configure(EntityTypeBuilder<ContactNorm> builder)
    {
        builder.ToTable("norm", "contacts");
        builder.HasKey(n => n.SectionId);
        builder.Property(n => n.SectionId).ValueGeneratedNever();
        builder.Property(n => n.Level).HasMaxLength(20);
        builder.Property(n => n.Reason).HasMaxLength(2000);
        builder.Property(n => n.Version).IsRowVersion();
        builder
            .HasOne<Section>()
            .WithOne()
            .HasForeignKey<ContactNorm>(n => n.SectionId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
