using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Storage;

namespace Plus.Shared.Keys.Records;

/// <summary>That this database has used a master key; the key itself never lies in the database.</summary>
public sealed class KnownMasterKey
{
    public string Id { get; private set; } = "";

    public DateTimeOffset MadeAt { get; private set; }
}

internal sealed class KnownMasterKeyTable : IEntityTypeConfiguration<KnownMasterKey>
{
    public void Configure(EntityTypeBuilder<KnownMasterKey> builder)
    {
        builder.ToTable("master_key", "keys");
        builder.HasKey(k => k.Id);
        builder.Property(k => k.Id).HasMaxLength(16);
        builder.IsBookkeeping();
    }
}
