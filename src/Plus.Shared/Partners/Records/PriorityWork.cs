using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Plus.Shared.Partners.Records;

/// <summary>
/// Work that a municipality asks to be done first. Both days count. Placing looks at it: a host that does such work in
/// that municipality stands higher.
/// </summary>
public sealed class PriorityWork
{
    private PriorityWork() { }

    public PriorityWork(string territoryCode, string work, string title, DateOnly from, DateOnly? to)
    {
        (Id, TerritoryCode, Work, Title, From, To) = (Guid.CreateVersion7(), territoryCode, work, title, from, to);
    }

    public Guid Id { get; private set; }

    /// <summary>ATVK code of the municipality.</summary>
    public string TerritoryCode { get; private set; } = "";

    public string Work { get; private set; } = "";

    public string Title { get; private set; } = "";

    public DateOnly From { get; private set; }

    public DateOnly? To { get; private set; }

    public void End(DateOnly lastDay) => To = lastDay;
}

internal sealed class PriorityWorkTable : IEntityTypeConfiguration<PriorityWork>
{
    public void Configure(EntityTypeBuilder<PriorityWork> builder)
    {
        builder.ToTable(
            "priority_work",
            "partners",
            t => t.HasCheckConstraint("ck_priority_work_days", "valid_to is null or valid_to >= valid_from")
        );
        builder.HasKey(p => p.Id);
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.TerritoryCode).HasMaxLength(7);
        builder.Property(p => p.Work).HasMaxLength(40);
        builder.Property(p => p.Title).HasMaxLength(300);
        builder.HasIndex(p => new { p.TerritoryCode, p.Work });
    }
}
