namespace Plus.Law.Calendar;

/// <summary>What an entry of the calendar table makes of a day.</summary>
public enum CalendarDayKind
{
    /// <summary>A public holiday that the built-in list does not hold.</summary>
    Holiday,

    /// <summary>A working day made a day off by a government order.</summary>
    TransferredOff,

    /// <summary>A day off that is worked instead of a transferred one.</summary>
    TransferredWork,
}

/// <summary>One dated entry that overrules the built-in calendar. <paramref name="NameCode"/> has a text
/// <c>law.holiday.&lt;code&gt;</c>, or is an administrator's own code.</summary>
public sealed record CalendarException(DateOnly Day, CalendarDayKind Kind, string NameCode);
