using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Storage;

namespace Plus.Shared.Keys.Records;

/// <summary>A key of cookies and forms; its secret part is sealed with the master key.</summary>
public sealed class DataProtectionKey
{
    public long Id { get; private set; }

    public string FriendlyName { get; private set; } = "";

    public string Xml { get; private set; } = "";
}

internal sealed class DataProtectionKeyTable : IEntityTypeConfiguration<DataProtectionKey>
{
    public void Configure(EntityTypeBuilder<DataProtectionKey> builder)
    {
        builder.ToTable("data_protection_key", "keys");
        builder.HasKey(k => k.Id);
        builder.Property(k => k.FriendlyName).HasMaxLength(200);
        builder.IsBookkeeping();
    }
}
