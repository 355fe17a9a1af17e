using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Files.Records;

namespace Plus.Shared.MailRoom.Records;

/// <summary>A file that came with something; or one that was refused, of which only the reason is kept.</summary>
public sealed class IncomingFile
{
    private IncomingFile() { }

    public IncomingFile(Guid id, Guid incoming, int place, string name) =>
        (Id, IncomingId, Place, Name) = (id, incoming, place, name);

    public Guid Id { get; private set; }

    public Guid IncomingId { get; private set; }

    /// <summary>1, 2, ... in the order in which they came.</summary>
    public int Place { get; private set; }

    /// <summary>As the sender called it; shown, and never the name of anything on a disk.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The file; null when it was refused.</summary>
    public FileId? FileId { get; private set; }

    /// <summary>Why it was refused, as <c>FileRefused.Why</c>.</summary>
    public string? Refused { get; private set; }

    public void Keep(FileId file) => FileId = file;

    public void Refuse(string why) => Refused = why;
}

internal sealed class IncomingFileTable : IEntityTypeConfiguration<IncomingFile>
{
    public void Configure(EntityTypeBuilder<IncomingFile> builder)
    {
        builder.ToTable("incoming_file", "mailroom");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Name).HasMaxLength(200);
        builder.Property(f => f.Refused).HasMaxLength(40);
        builder.HasIndex(f => new { f.IncomingId, f.Place }).IsUnique();
        builder.HasIndex(f => f.FileId);
        builder.HasOne<IncomingItem>().WithMany().HasForeignKey(f => f.IncomingId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<StoredFile>().WithMany().HasForeignKey(f => f.FileId).OnDelete(DeleteBehavior.Restrict);
    }
}
