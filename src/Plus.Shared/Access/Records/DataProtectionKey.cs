using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Storage;

namespace Plus.Shared.Access.Records;

/// <summary>A key of cookies and forms; see docs/security.md for where it is protected.</summary>
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
        builder.ToTable("data_protection_key", "access");
        builder.HasKey(k => k.Id);
        builder.Property(k => k.FriendlyName).HasMaxLength(200);
        builder.IsBookkeeping();
    }
}
