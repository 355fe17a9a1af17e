using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Obligations.Records;

/// <summary>
/// A place that stands in the client's records and meets a ban, however it came there. It waits for the person who knows
/// the ban. Of the place it keeps where it is written down, of the ban which one it is; neither holds an address.
/// </summary>
public sealed class BanConflict
{
    /// <summary>The one who knows the ban lets the place stand.</summary>
    public const string Stands = "stands";

    /// <summary>Something was done about it: the client was told, a breach was begun, another place is sought.</summary>
    public const string Handled = "handled";

    /// <summary>The place or the ban is no more.</summary>
    public const string Gone = "gone";

    private BanConflict() { }

    public BanConflict(ClientId client, SectionId section, Guid obligation, Guid ban, DateTimeOffset at)
    {
        (Id, ClientId, SectionId) = (Guid.CreateVersion7(), client, section);
        (ObligationId, BanId, FoundAt) = (obligation, ban, at);
    }

    /// <summary>What is said of a conflict by who knows the ban.</summary>
    public static IReadOnlyList<string> Verdicts { get; } = [Stands, Handled];

    public Guid Id { get; private set; }

    public ClientId ClientId { get; private set; }

    /// <summary>Section of the ban.</summary>
    public SectionId SectionId { get; private set; }

    public Guid ObligationId { get; private set; }

    /// <summary>The protected address that is met, or the obligation itself where it names the place.</summary>
    public Guid BanId { get; private set; }

    /// <summary>What the place is: clientAddress, residence, journey, work, placement.</summary>
    public string Place { get; private set; } = "";

    /// <summary>Fingerprint of the place: the same place is not asked about twice.</summary>
    public string Mark { get; private set; } = "";

    /// <summary>Who is to be asked; null where nobody is known, so that any head within reach answers.</summary>
    public StaffId? AskId { get; private set; }

    public DateTimeOffset FoundAt { get; private set; }

    public DateTimeOffset? SettledAt { get; private set; }

    public StaffId? SettledBy { get; private set; }

    /// <summary>stands, handled or gone; null while it waits.</summary>
    public string? Verdict { get; private set; }

    public uint Version { get; private set; }

    public bool Waits => SettledAt is null;

    public void Of(string place, string mark) => (Place, Mark) = (place, mark);

    public void Ask(StaffId? whom) => AskId = whom;

    public void Settle(string verdict, StaffId? by, DateTimeOffset at) =>
        (Verdict, SettledBy, SettledAt) = (verdict, by, at);

    /// <summary>The place came back.</summary>
    public void Return(DateTimeOffset at)
    {
        (Verdict, SettledBy, SettledAt) = (null, null, null);
        FoundAt = at;
    }
}

internal sealed class BanConflictTable : IEntityTypeConfiguration<BanConflict>
{
    public void Configure(EntityTypeBuilder<BanConflict> builder)
    {
        builder.ToTable(
            "ban_conflict",
            "obligations",
            t => t.HasCheckConstraint("ck_ban_conflict_settled", "(settled_at is null) = (verdict is null)")
        );
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Place).HasMaxLength(20);
        builder.Property(c => c.Mark).HasMaxLength(64).IsSecret();
        builder.Property(c => c.Verdict).HasMaxLength(20);
        builder.Property(c => c.Version).IsRowVersion();
        builder.HasIndex(c => new { c.BanId, c.Mark }).IsUnique();
        builder.HasIndex(c => c.SectionId);
        builder.HasIndex(c => c.ClientId);
        builder.HasIndex(c => c.FoundAt).HasFilter("settled_at is null");
        builder.HasOne<Client>().WithMany().HasForeignKey(c => c.ClientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Section>().WithMany().HasForeignKey(c => c.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Obligation>().WithMany().HasForeignKey(c => c.ObligationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(c => c.AskId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(c => c.SettledBy).OnDelete(DeleteBehavior.Restrict);
    }
}
