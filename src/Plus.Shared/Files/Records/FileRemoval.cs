using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Storage;

namespace Plus.Shared.Files.Records;

/// <summary>A file whose row is gone and which is still to be taken out of its store: written before, deleted after.</summary>
public sealed class FileRemoval
{
    private FileRemoval() { }

    public string Store { get; private set; } = "";

    public string Address { get; private set; } = "";

    public DateTimeOffset Since { get; private set; }
}

internal sealed class FileRemovalTable : IEntityTypeConfiguration<FileRemoval>
{
    public void Configure(EntityTypeBuilder<FileRemoval> builder)
    {
        builder.ToTable("removal", "files");
        builder.HasKey(r => new { r.Store, r.Address });
        builder.Property(r => r.Store).HasMaxLength(20);
        builder.Property(r => r.Address).HasMaxLength(64);
        builder.IsBookkeeping();
    }
}
