using Plus.Kernel.Results;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Support;

/// <summary>The days on which a client of a section can be referred.</summary>
internal static class SupportDays
{
    public static Refusal? Refuse(Section section, DateOnly day, DateOnly today, string field) =>
        day > today ? new DayIsInFuture(field)
        : day < section.OpenedOn ? new DayIsTooEarly(field, section.OpenedOn)
        : null;
}
