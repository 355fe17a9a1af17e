using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Storage;

namespace Plus.Shared.Documents.Records;

/// <summary>Bytes by their SHA-256.</summary>
public sealed class StoredFile
{
    private StoredFile() { }

    public StoredFile(string hash, byte[] bytes) => (Hash, Bytes) = (hash, bytes);

    public string Hash { get; private set; } = "";

    public byte[] Bytes { get; private set; } = [];
}

internal sealed class StoredFileTable : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("stored_file", "documents");
        builder.HasKey(f => f.Hash);
        builder.Property(f => f.Hash).HasMaxLength(64);
        builder.Property(f => f.Bytes).IsSecret();
        builder.IsBookkeeping();
    }
}
