using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Plus.Kernel.Storage;

/// <summary>
/// What this database is: whose service, and whether it is the demo. There is at most one row; without it the
/// database is not set up yet. The demo mark is set when the row is made and never changes.
/// </summary>
public sealed class Installation
{
    /// <summary>The key of the only row.</summary>
    public const int OnlyRow = 1;

    private Installation() { }

    public Installation(string organisationName, bool isDemo, DateTimeOffset createdAt)
    {
        (OrganisationName, IsDemo, CreatedAt) = (organisationName, isDemo, createdAt);
    }

    public int Id { get; private set; } = OnlyRow;

    public string OrganisationName { get; private set; } = "";

    /// <summary>Every person in this database is invented.</summary>
    public bool IsDemo { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }
}

internal sealed class InstallationTable : IEntityTypeConfiguration<Installation>
{
    public void Configure(EntityTypeBuilder<Installation> builder)
    {
        builder.ToTable("installation", "kernel", t => t.HasCheckConstraint("ck_installation_only_row", "id = 1"));
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.OrganisationName).HasMaxLength(200);
    }
}
