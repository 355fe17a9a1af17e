using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;

namespace Plus.Shared.Clients.Records;

/// <summary>Two clients who must not meet, and why. Kept once for the pair, the smaller id first.</summary>
public sealed class MustNotMeet
{
    private MustNotMeet() { }

    public MustNotMeet(ClientId one, ClientId other, string reason, string? note, DateOnly from)
    {
        var ordered = one.Value.CompareTo(other.Value) < 0;
        (Id, FirstId, SecondId) = (Guid.CreateVersion7(), ordered ? one : other, ordered ? other : one);
        (Reason, Note, From) = (reason, note, from);
    }

    public Guid Id { get; private set; }

    public ClientId FirstId { get; private set; }

    public ClientId SecondId { get; private set; }

    /// <summary>Reason code: victimAndOffender, coAccused, conflict, other.</summary>
    public string Reason { get; private set; } = "";

    public string? Note { get; private set; }

    public DateOnly From { get; private set; }

    /// <summary>Last day on which it holds; null while it holds.</summary>
    public DateOnly? To { get; private set; }

    public void End(DateOnly lastDay) => To = lastDay;
}

internal sealed class MustNotMeetTable : IEntityTypeConfiguration<MustNotMeet>
{
    public void Configure(EntityTypeBuilder<MustNotMeet> builder)
    {
        builder.ToTable("must_not_meet", "clients");
        builder.HasKey(m => m.Id);
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Reason).HasMaxLength(40);
        builder.Property(m => m.Note).HasMaxLength(2000);
        builder.HasIndex(m => m.FirstId);
        builder.HasIndex(m => m.SecondId);
        builder.HasOne<Client>().WithMany().HasForeignKey(m => m.FirstId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Client>().WithMany().HasForeignKey(m => m.SecondId).OnDelete(DeleteBehavior.Restrict);
    }
}
