using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Tasks.Records;

/// <summary>
/// Something that is due, as the facts of a section say. Never typed: computed by the law from facts, written in the
/// transaction that changes a fact, and gone when the fact is met. One row per section, kind and key.
/// </summary>
public sealed class DueTaskRow
{
    private DueTaskRow() { }

    public DueTaskRow(TaskId id, ClientId client, SectionId section, string kind, string key, DateTimeOffset at)
    {
        (Id, ClientId, SectionId, Kind, Key, CreatedAt) = (id, client, section, kind, key, at);
    }

    public TaskId Id { get; private set; }

    public ClientId ClientId { get; private set; }

    public SectionId SectionId { get; private set; }

    /// <summary>Kind code: register_client, create_case, outcome_missing, weekly_hours_below_minimum, term_ends, ...</summary>
    public string Kind { get; private set; } = "";

    /// <summary>What it is about within the section: a contact's id, a week's Monday; empty for the section itself.</summary>
    public string Key { get; private set; } = "";

    /// <summary>Last day to do it; null while its start is not known.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Start, rule, article and skipped days, JSON: what the page turns into a sentence.</summary>
    public string Explanation { get; private set; } = "{}";

    public OfficeId? OfficeId { get; private set; }

    public StaffId? AssigneeId { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public void Due(DateOnly? on, string explanation) => (DueOn, Explanation) = (on, explanation);

    public void Belongs(OfficeId? office, StaffId? assignee) => (OfficeId, AssigneeId) = (office, assignee);

    public void MoveTo(ClientId client) => ClientId = client;
}

internal sealed class DueTaskRowTable : IEntityTypeConfiguration<DueTaskRow>
{
    public void Configure(EntityTypeBuilder<DueTaskRow> builder)
    {
        builder.ToTable("due_task", "tasks");
        builder.HasKey(t => t.Id);
        builder.Property(t => t.Id).ValueGeneratedNever();
        builder.Property(t => t.Kind).HasMaxLength(60);
        builder.Property(t => t.Key).HasMaxLength(60);
        builder.Property(t => t.Explanation).HasColumnType("jsonb");
        builder
            .HasIndex(t => new
            {
                t.SectionId,
                t.Kind,
                t.Key,
            })
            .IsUnique();
        builder.HasIndex(t => new { t.AssigneeId, t.DueOn });
        builder.HasIndex(t => new { t.OfficeId, t.DueOn });
        builder.HasIndex(t => t.ClientId);
        builder.HasOne<Client>().WithMany().HasForeignKey(t => t.ClientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Section>().WithMany().HasForeignKey(t => t.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder.IsBookkeeping();
    }
}
