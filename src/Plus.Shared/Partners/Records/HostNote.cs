using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;

namespace Plus.Shared.Partners.Records;

/// <summary>What was seen or heard of working with a host employer. Never changed; says nothing of clients.</summary>
public sealed class HostNote
{
    private HostNote() { }

    public HostNote(HostEmployerId host, string kind, DateOnly onDay, string text, StaffId? by)
    {
        (Id, HostEmployerId, Kind, OnDay, Text, By) = (Guid.CreateVersion7(), host, kind, onDay, text, by);
    }

    public static IReadOnlyList<string> Kinds { get; } = ["visit", "praise", "complaint", "agreement", "other"];

    public Guid Id { get; private set; }

    public HostEmployerId HostEmployerId { get; private set; }

    public string Kind { get; private set; } = "";

    public DateOnly OnDay { get; private set; }

    public string Text { get; private set; } = "";

    public StaffId? By { get; private set; }
}

internal sealed class HostNoteTable : IEntityTypeConfiguration<HostNote>
{
    public void Configure(EntityTypeBuilder<HostNote> builder)
    {
        builder.ToTable("host_note", "partners");
        builder.HasKey(n => n.Id);
        builder.Property(n => n.Id).ValueGeneratedNever();
        builder.Property(n => n.Kind).HasMaxLength(40);
        builder.Property(n => n.Text).HasMaxLength(4000);
        builder.HasIndex(n => new { n.HostEmployerId, n.OnDay });
        builder
            .HasOne<HostEmployer>()
            .WithMany()
            .HasForeignKey(n => n.HostEmployerId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
