using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Files.Records;

/// <summary>How far the writing of a file has come.</summary>
public enum FileState
{
    /// <summary>The row stands, the file is on its way into the store; nobody knows of it yet.</summary>
    Writing,

    /// <summary>Row and file stand.</summary>
    Stored,
}

/// <summary>What the virus scan said.</summary>
public enum FileScan
{
    /// <summary>No scanner is set up, or PLUS made the file itself.</summary>
    None,
    Clean,

    /// <summary>The scanner could not be reached: the file is in quarantine until it was.</summary>
    Waiting,

    /// <summary>A virus was found after the file was taken in; it is never opened again.</summary>
    Infected,
}

/// <summary>
/// A file outside the database: what it is, where it lies and how it is opened. Whose it is say the records that name
/// it, and only through them it is reached. A record names it by a foreign key: what no key names is removed.
/// </summary>
public sealed class StoredFile
{
    private StoredFile() { }

    public FileId Id { get; private set; }

    /// <summary>SHA-256 of the content, lower-case hexadecimal. The same content is stored once.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>Bytes of the content.</summary>
    public long Size { get; private set; }

    /// <summary>By the content, not by the name.</summary>
    public string MediaType { get; private set; } = "";

    public FileState State { get; private set; }

    /// <summary>The store it lies in: folder, s3.</summary>
    public string Store { get; private set; } = "";

    /// <summary>Where in the store: SHA-256 of the encrypted bytes, lower-case hexadecimal.</summary>
    public string Address { get; private set; } = "";

    /// <summary>The file's own key, wrapped by the master key.</summary>
    public byte[] WrappedKey { get; private set; } = [];

    /// <summary>Which master key wraps it.</summary>
    public string MasterKey { get; private set; } = "";

    public FileScan Scan { get; private set; }

    /// <summary>Whether its words have been read, or found to be none.</summary>
    public bool WordsRead { get; private set; }

    /// <summary>When it was last handed in; what nobody names is kept for a while after it.</summary>
    public DateTimeOffset TouchedAt { get; private set; }
}

internal sealed class StoredFileTable : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("stored_file", "files");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Sha256).HasColumnName("sha256").HasMaxLength(64);
        builder.Property(f => f.MediaType).HasMaxLength(100);
        builder.Property(f => f.State).AsCode();
        builder.Property(f => f.Store).HasMaxLength(20);
        builder.Property(f => f.Address).HasMaxLength(64);
        builder.Property(f => f.WrappedKey).IsSecret();
        builder.Property(f => f.MasterKey).HasMaxLength(60);
        builder.Property(f => f.Scan).AsCode();
        builder.HasIndex(f => f.Sha256).IsUnique().HasFilter("state = 'stored'");
        builder.HasIndex(f => f.Address).IsUnique();
        builder.HasIndex(f => f.Scan).HasFilter("scan IN ('waiting', 'infected')");
        builder.HasIndex(f => f.Id).HasDatabaseName("ix_stored_file_unread").HasFilter("NOT words_read");
        builder.IsBookkeeping();
    }
}
