using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Storage;
using Plus.Law.Calendar;

namespace Plus.Shared.Rules.Records;

/// <summary>A day that differs from the computed calendar: a one-off holiday or a transferred working day.</summary>
public sealed class CalendarDay
{
    private CalendarDay() { }

    public CalendarDay(DateOnly day, CalendarDayKind kind, string reason)
    {
        (Day, Kind, Reason) = (day, kind, reason);
    }

    public DateOnly Day { get; private set; }

    public CalendarDayKind Kind { get; private set; }

    /// <summary>The order or act that says so.</summary>
    public string Reason { get; private set; } = "";

    public uint Version { get; private set; }

    public void Become(CalendarDayKind kind, string reason) => (Kind, Reason) = (kind, reason);
}

internal sealed class CalendarDayTable : IEntityTypeConfiguration<CalendarDay>
{
    public void Configure(EntityTypeBuilder<CalendarDay> builder)
    {
        builder.ToTable("calendar_day", "rules");
        builder.HasKey(d => d.Day);
        builder.Property(d => d.Kind).AsCode();
        builder.Property(d => d.Reason).HasMaxLength(400);
        builder.Property(d => d.Version).IsRowVersion();
    }
}
