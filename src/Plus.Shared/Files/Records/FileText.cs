using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Files.Records;

/// <summary>The words of a file, to be searched; it goes with the file. Rows are read by search functions alone.</summary>
public sealed class FileText
{
    private FileText() { }

    public FileId FileId { get; private set; }

    public string Text { get; private set; } = "";

    public DateTimeOffset ReadAt { get; private set; }
}

internal sealed class FileTextTable : IEntityTypeConfiguration<FileText>
{
    public void Configure(EntityTypeBuilder<FileText> builder)
    {
        builder.ToTable("file_text", "files");
        builder.HasKey(t => t.FileId);
        builder.Property(t => t.FileId).ValueGeneratedNever();
        builder.HasOne<StoredFile>().WithOne().HasForeignKey<FileText>(t => t.FileId).OnDelete(DeleteBehavior.Cascade);
        builder.IsBookkeeping();
    }
}
