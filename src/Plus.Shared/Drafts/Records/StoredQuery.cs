using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Drafts.Records;

/// <summary>Typed search text under a short id, so that an address never carries a name or a code. Read by its owner alone.</summary>
public sealed class StoredQuery
{
    private StoredQuery() { }

    public StoredQuery(string id, StaffId staff, string text, DateTimeOffset at)
    {
        (Id, StaffId, Text, SavedAt) = (id, staff, text, at);
    }

    /// <summary>Twelve letters and digits, random.</summary>
    public string Id { get; private set; } = "";

    public StaffId StaffId { get; private set; }

    public string Text { get; private set; } = "";

    public DateTimeOffset SavedAt { get; private set; }
}

internal sealed class StoredQueryTable : IEntityTypeConfiguration<StoredQuery>
{
    public void Configure(EntityTypeBuilder<StoredQuery> builder)
    {
        builder.ToTable("stored_query", "drafts");
        builder.HasKey(q => q.Id);
        builder.Property(q => q.Id).HasMaxLength(20);
        builder.Property(q => q.Text).HasMaxLength(2000);
        builder.HasIndex(q => q.SavedAt);
        builder.HasIndex(q => q.StaffId);
        builder.IsBookkeeping();
    }
}
