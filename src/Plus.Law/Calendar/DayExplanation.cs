namespace Plus.Law.Calendar;

/// <summary>What kind of day it is.</summary>
public enum DayStatus
{
    Working,
    Weekend,
    Holiday,
    TransferredOff,
    TransferredWork,
}

/// <summary>A day, what it is, and the code of its name (<c>law.holiday.&lt;code&gt;</c>): a holiday's or a transfer's
/// name, <c>weekend</c> for an ordinary Saturday or Sunday, null for an ordinary working day.</summary>
public sealed record DayExplanation(DateOnly Day, DayStatus Status, string? NameCode)
{
    public bool IsWorking => Status is DayStatus.Working or DayStatus.TransferredWork;
}
