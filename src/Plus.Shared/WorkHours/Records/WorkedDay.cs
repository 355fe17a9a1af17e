using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.WorkHours.Records;

/// <summary>
/// Work of one client on one day. Worked = credited + refused, in whole minutes. Never overwritten: a correction
/// withdraws the entry and makes a new one.
/// </summary>
public abstract class WorkedDay
{
    protected WorkedDay() { }

    protected WorkedDay(
        SectionId section,
        HostEmployerId? host,
        DateOnly day,
        int credited,
        int refused,
        string? refusal,
        bool minor,
        StaffId? by
    )
    {
        (Id, SectionId, HostEmployerId, WorkedOn, CreditedMinutes, RefusedMinutes, RefusalCode, Minor, EnteredBy) = (
            Guid.CreateVersion7(),
            section,
            host,
            day,
            credited,
            refused,
            refusal,
            minor,
            by
        );
    }

    public Guid Id { get; private set; }

    public SectionId SectionId { get; private set; }

    public HostEmployerId? HostEmployerId { get; private set; }

    public DateOnly WorkedOn { get; private set; }

    public int CreditedMinutes { get; private set; }

    public int RefusedMinutes { get; private set; }

    /// <summary>Reason code of the law's verdict when something was refused.</summary>
    public string? RefusalCode { get; private set; }

    /// <summary>The client was under 18 on that day.</summary>
    public bool Minor { get; private set; }

    public StaffId? EnteredBy { get; private set; }

    public DateTimeOffset? WithdrawnAt { get; private set; }

    public uint Version { get; private set; }

    public void Withdraw(DateTimeOffset at) => WithdrawnAt = at;
}

/// <summary>The shared part of the table.</summary>
public abstract class WorkedDayTable<T>(string schema) : IEntityTypeConfiguration<T>
    where T : WorkedDay
{
    public void Configure(EntityTypeBuilder<T> builder)
    {
        builder.ToTable(
            "hours_entry",
            schema,
            t =>
            {
                t.HasCheckConstraint(
                    "ck_hours_entry_minutes",
                    "credited_minutes >= 0 and refused_minutes >= 0 and credited_minutes + refused_minutes between 1 and 1440"
                );
                t.HasCheckConstraint("ck_hours_entry_refusal", "(refused_minutes > 0) = (refusal_code is not null)");
            }
        );
        builder.HasKey(e => e.Id);
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Property(e => e.RefusalCode).HasMaxLength(60);
        builder.Property(e => e.Version).IsRowVersion();
        builder.HasIndex(e => new { e.SectionId, e.WorkedOn }).IsUnique().HasFilter("withdrawn_at is null");
        builder
            .HasIndex(e => e.WorkedOn)
            .IncludeProperties(e => new
            {
                e.SectionId,
                e.CreditedMinutes,
                e.Minor,
            })
            .HasFilter("withdrawn_at is null");
        builder.HasIndex(e => e.HostEmployerId);
        builder.HasOne<Section>().WithMany().HasForeignKey(e => e.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<HostEmployer>()
            .WithMany()
            .HasForeignKey(e => e.HostEmployerId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
