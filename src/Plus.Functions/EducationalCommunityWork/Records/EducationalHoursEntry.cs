using Plus.Kernel.Ids;
using Plus.Shared.WorkHours.Records;

namespace Plus.Functions.EducationalCommunityWork.Records;

/// <summary>A day of community work as an educational measure.</summary>
public sealed class EducationalHoursEntry : WorkedDay
{
    private EducationalHoursEntry() { }

    public EducationalHoursEntry(
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

internal sealed class EducationalHoursEntryTable()
    : WorkedDayTable<EducationalHoursEntry>("educational_community_work");
