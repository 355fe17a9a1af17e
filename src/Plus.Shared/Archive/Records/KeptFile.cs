using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Files.Records;

namespace Plus.Shared.Archive.Records;

/// <summary>A file that a record in the archive names, so that it is named here too and stays in its store.</summary>
public sealed class KeptFile
{
    private KeptFile() { }

    public ClientId ClientId { get; private set; }

    public FileId FileId { get; private set; }
}

internal sealed class KeptFileTable : IEntityTypeConfiguration<KeptFile>
{
    public void Configure(EntityTypeBuilder<KeptFile> builder)
    {
        builder.ToTable("kept_file", "archive");
        builder.HasKey(f => new { f.ClientId, f.FileId });
        builder.IsBookkeeping();
        builder.HasIndex(f => f.FileId);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(f => f.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}
