using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Documents.Records;

/// <summary>
/// Lets one person's word processor at one document for a while, without a password. Only a hash of its token is stored.
/// It ends with the session in which it was given: logging out, a new password or the end of the person's access ends it at once.
/// </summary>
public sealed class EditingPass
{
    /// <summary>How long it stands without being used.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(1);

    /// <summary>How long it stands at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private EditingPass() { }

    public EditingPass(Guid document, StaffId staff, byte[] tokenHash, GivenIn session, DateTimeOffset at)
    {
        (Id, DocumentId, StaffId, TokenHash) = (Guid.CreateVersion7(), document, staff, tokenHash);
        (SessionId, Stamp, Strong) = session;
        (BegunAt, EndsAt) = (at, at + Idle);
    }

    public Guid Id { get; private set; }

    public Guid DocumentId { get; private set; }

    public StaffId StaffId { get; private set; }

    /// <summary>SHA-256 of the token.</summary>
    public byte[] TokenHash { get; private set; } = [];

    /// <summary>The person's session. No key: sessions are swept, and what stands in none any more ended with it.</summary>
    public Guid SessionId { get; private set; }

    /// <summary>The person's security stamp when it was given.</summary>
    public string Stamp { get; private set; } = "";

    /// <summary>It was given in a session with a second factor.</summary>
    public bool Strong { get; private set; }

    public DateTimeOffset BegunAt { get; private set; }

    /// <summary>From this instant on it does not stand.</summary>
    public DateTimeOffset EndsAt { get; private set; }

    /// <summary>Ordinal of the version that the word processor read or wrote last.</summary>
    public int Seen { get; private set; }

    public bool OpenAt(DateTimeOffset now) => now < EndsAt;

    /// <summary>Used: it stands for a while longer. Small steps are not worth a write.</summary>
    public void Use(DateTimeOffset at)
    {
        var until = at + Idle < BegunAt + Longest ? at + Idle : BegunAt + Longest;
        if (until - EndsAt > TimeSpan.FromMinutes(1))
        {
            EndsAt = until;
        }
    }

    public void Saw(int ordinal) => Seen = ordinal;
}

/// <summary>The session in which a pass is given.</summary>
/// <param name="Id">Of its row.</param>
/// <param name="Stamp">The person's security stamp.</param>
/// <param name="Strong">It began with a second factor.</param>
public sealed record GivenIn(Guid Id, string Stamp, bool Strong);

internal sealed class EditingPassTable : IEntityTypeConfiguration<EditingPass>
{
    public void Configure(EntityTypeBuilder<EditingPass> builder)
    {
        builder.ToTable("editing_pass", "documents");
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.TokenHash).HasMaxLength(32).IsSecret();
        builder.Property(p => p.Stamp).HasMaxLength(100).IsSecret();
        builder.HasIndex(p => p.TokenHash).IsUnique();
        builder.HasIndex(p => p.DocumentId);
        builder.HasOne<Document>().WithMany().HasForeignKey(p => p.DocumentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(p => p.StaffId).OnDelete(DeleteBehavior.Restrict);
        builder.IsBookkeeping();
    }
}
