using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Journal.Records;

/// <summary>A note in the client's journal. Never changed: a correction is a new entry that names the old one.</summary>
public sealed class JournalEntry
{
    private JournalEntry() { }

    public JournalEntry(
        Guid id,
        ClientId client,
        SectionId? section,
        string kind,
        DateOnly onDay,
        string text,
        StaffId? author,
        DateTimeOffset at
    )
    {
        (Id, ClientId, SectionId, Kind, OnDay, Text, AuthorId, At) = (
            id,
            client,
            section,
            kind,
            onDay,
            text,
            author,
            at
        );
    }

    public Guid Id { get; private set; }

    public ClientId ClientId { get; private set; }

    public SectionId? SectionId { get; private set; }

    /// <summary>Kind code: note, information, registerAnswer, correction.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The day it tells of.</summary>
    public DateOnly OnDay { get; private set; }

    public string Text { get; private set; } = "";

    public StaffId? AuthorId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public Guid? Corrects { get; private set; }

    public void Correction(Guid of) => Corrects = of;

    public void MoveTo(ClientId client) => ClientId = client;
}

internal sealed class JournalEntryTable : IEntityTypeConfiguration<JournalEntry>
{
    public void Configure(EntityTypeBuilder<JournalEntry> builder)
    {
        builder.ToTable("entry", "journal");
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.Kind).HasMaxLength(40);
        builder.Property(e => e.Text).HasMaxLength(20_000);
        builder.HasIndex(e => new { e.ClientId, e.At });
        builder.HasIndex(e => e.SectionId);
        builder.HasOne<Client>().WithMany().HasForeignKey(e => e.ClientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Section>().WithMany().HasForeignKey(e => e.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}
