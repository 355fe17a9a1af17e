using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Access.Records;

/// <summary>
/// A session that the server knows of: a cookie is good as long as its row says so, also a copied one. Written by
/// <c>KnownSessions</c> with SQL.
/// </summary>
public sealed class SessionRow
{
    private SessionRow() { }

    public Guid Id { get; private set; }

    public StaffId StaffId { get; private set; }

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Role and office of each post it began with, as <c>role@office</c>.</summary>
    public string[] Posts { get; private set; } = [];
}

internal sealed class SessionTable : IEntityTypeConfiguration<SessionRow>
{
    public void Configure(EntityTypeBuilder<SessionRow> builder)
    {
        builder.ToTable("session", "access");
        builder.IsBookkeeping();
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.HasIndex(s => s.StaffId);
        builder.HasIndex(s => s.StartedAt);
        builder.HasOne<Staff>().WithMany().HasForeignKey(s => s.StaffId).OnDelete(DeleteBehavior.Restrict);
    }
}
