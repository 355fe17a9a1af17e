using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Archive.Records;

/// <summary>
/// A client of whom rows may lie in the archive that do not count: a move was begun, or the case came back. Written before
/// they can be there, taken away when they are not.
/// </summary>
public sealed class ArchiveLeftover
{
    private ArchiveLeftover() { }

    public ClientId ClientId { get; private set; }

    public DateTimeOffset Since { get; private set; }
}

internal sealed class ArchiveLeftoverTable : IEntityTypeConfiguration<ArchiveLeftover>
{
    public void Configure(EntityTypeBuilder<ArchiveLeftover> builder)
    {
        builder.ToTable("leftover", "archive");
        builder.HasKey(l => l.ClientId);
        builder.IsBookkeeping();
    }
}
