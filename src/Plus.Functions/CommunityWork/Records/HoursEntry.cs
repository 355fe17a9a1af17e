using Plus.Kernel.Ids;
using Plus.Shared.WorkHours.Records;

namespace Plus.Functions.CommunityWork.Records;

/// <summary>A day of community work as a penalty.</summary>
public sealed class HoursEntry : WorkedDay
{
    private HoursEntry() { }

    public HoursEntry(
        SectionId section,
        HostEmployerId? host,
        DateOnly day,
        int credited,
        int refused,
        string? refusal,
        bool minor,
        StaffId? by
    )
        : base(section, host, day, credited, refused, refusal, minor, by) { }
}

internal sealed class HoursEntryTable() : WorkedDayTable<HoursEntry>("community_work");
