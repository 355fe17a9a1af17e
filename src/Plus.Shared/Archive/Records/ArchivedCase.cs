using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Archive.Records;

/// <summary>
/// A client whose records lie in the archive. While this row stands the records are there and nowhere else; who the client
/// is and which sections there were stay in the working database.
/// </summary>
public sealed class ArchivedCase
{
    private ArchivedCase() { }

    public ClientId ClientId { get; private set; }

    /// <summary>The client whose case it is: another one where this record was merged into it.</summary>
    public ClientId CaseOf { get; private set; }

    public DateTimeOffset ArchivedAt { get; private set; }

    /// <summary>Rows that were moved.</summary>
    public int Rows { get; private set; }

    /// <summary>It is to come back: a section was opened again, or somebody asked. Null while it rests.</summary>
    public DateTimeOffset? ReturnsSince { get; private set; }

    /// <summary>What the archive knows of the client's reach is older than the working database.</summary>
    public bool Stale { get; private set; }
}

internal sealed class ArchivedCaseTable : IEntityTypeConfiguration<ArchivedCase>
{
    public void Configure(EntityTypeBuilder<ArchivedCase> builder)
    {
        builder.ToTable("archived_case", "archive");
        builder.HasKey(c => c.ClientId);
        builder.IsBookkeeping();
        builder.HasIndex(c => c.CaseOf);
        builder.HasOne<Client>().WithMany().HasForeignKey(c => c.ClientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Client>().WithMany().HasForeignKey(c => c.CaseOf).OnDelete(DeleteBehavior.Restrict);
    }
}
