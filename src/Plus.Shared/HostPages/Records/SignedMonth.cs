using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.HostPages.Records;

/// <summary>
/// A host signed the sheet of a month. The hours stay in the ledger; here stands who signed, when, and what it came to, so
/// that a later correction is noticed.
/// </summary>
public sealed class SignedMonth
{
    private SignedMonth() { }

    public SignedMonth(
        HostEmployerId host,
        Guid access,
        DateOnly month,
        int clients,
        int minutes,
        string hash,
        DateTimeOffset at
    )
    {
        (Id, HostEmployerId, AccessId, Month, PeopleCount, Minutes, Hash, SignedAt) = (
            Guid.CreateVersion7(),
            host,
            access,
            month,
            clients,
            minutes,
            hash,
            at
        );
    }

    public Guid Id { get; private set; }

    public HostEmployerId HostEmployerId { get; private set; }

    public Guid AccessId { get; private set; }

    /// <summary>First day of the month.</summary>
    public DateOnly Month { get; private set; }

    public int PeopleCount { get; private set; }

    /// <summary>Minutes worked, refused ones included.</summary>
    public int Minutes { get; private set; }

    /// <summary>SHA-256 of the days and minutes of everybody, hex.</summary>
    public string Hash { get; private set; } = "";

    public DateTimeOffset SignedAt { get; private set; }
}

internal sealed class SignedMonthTable : IEntityTypeConfiguration<SignedMonth>
{
    public void Configure(EntityTypeBuilder<SignedMonth> builder)
    {
        builder.ToTable("signed_month", "host_pages");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Hash).HasMaxLength(64);
        builder.HasIndex(s => new { s.HostEmployerId, s.Month });
        builder
            .HasOne<HostEmployer>()
            .WithMany()
            .HasForeignKey(s => s.HostEmployerId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<HostAccess>().WithMany().HasForeignKey(s => s.AccessId).OnDelete(DeleteBehavior.Restrict);
    }
}
