using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.WorkHours.Records;

/// <summary>
/// Work imposed in hours and the conditions under which it is done: what community work as a penalty and as an
/// educational measure have in common. Each function keeps its own table.
/// </summary>
public abstract class WorkMeasure
{
    protected WorkMeasure() { }

    protected WorkMeasure(SectionId section) => SectionId = section;

    public SectionId SectionId { get; private set; }

    public int ImposedMinutes { get; private set; }

    /// <summary>Where the client works now.</summary>
    public HostEmployerId? HostEmployerId { get; private set; }

    /// <summary>First day at the present host employer.</summary>
    public DateOnly? HostFrom { get; private set; }

    /// <summary>works, studies, neither or basicEducation: decides the daily limit.</summary>
    public string WorkStatus { get; private set; } = "";

    /// <summary>The client agreed to four hours on a working day.</summary>
    public bool ConsentsToFourHours { get; private set; }

    /// <summary>The Service cannot regularly give work: the weekly minimum is not asked.</summary>
    public bool RegularWorkNotAvailable { get; private set; }

    public uint Version { get; private set; }

    public void Impose(int minutes) => ImposedMinutes = minutes;

    public void PlaceAt(HostEmployerId? host, DateOnly? from) => (HostEmployerId, HostFrom) = (host, from);

    public void Conditions(string workStatus, bool consentsToFourHours, bool regularWorkNotAvailable) =>
        (WorkStatus, ConsentsToFourHours, RegularWorkNotAvailable) = (
            workStatus,
            consentsToFourHours,
            regularWorkNotAvailable
        );
}

/// <summary>The shared part of the table.</summary>
public abstract class WorkMeasureTable<T>(string table, string schema, string workStatus) : IEntityTypeConfiguration<T>
    where T : WorkMeasure
{
    public virtual void Configure(EntityTypeBuilder<T> builder)
    {
        builder.ToTable(table, schema);
        builder.HasKey(f => f.SectionId);
        builder.Property(f => f.SectionId).ValueGeneratedNever();
        builder.Property(f => f.WorkStatus).HasMaxLength(60).HasDefaultValue(workStatus);
        builder.Property(f => f.ConsentsToFourHours).HasDefaultValue(false);
        builder.Property(f => f.RegularWorkNotAvailable).HasDefaultValue(false);
        builder.Property(f => f.Version).IsRowVersion();
        builder.HasIndex(f => f.HostEmployerId);
        builder.HasOne<Section>().WithOne().HasForeignKey<T>(f => f.SectionId).OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<HostEmployer>()
            .WithMany()
            .HasForeignKey(f => f.HostEmployerId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
