namespace Plus.Kernel.Time;

/// <summary>
/// The one clock. Instants are UTC; the legal day is the day in Riga, which near midnight is not the UTC day.
/// </summary>
public sealed class PlusClock(TimeProvider time)
{
    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Riga");

    /// <summary>The present instant, UTC.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>The present legal day (Europe/Riga).</summary>
    public DateOnly Today => DayOf(Now);

    /// <summary>The legal day on which an instant falls.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime);

    /// <summary>The wall-clock time in Riga of an instant.</summary>
    public static DateTime LocalOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, Zone).DateTime;

    /// <summary>The instant of a wall-clock time in Riga. In the hour that autumn repeats, the first one.</summary>
    public static DateTimeOffset InstantOf(DateOnly day, TimeOnly at)
    {
        var local = day.ToDateTime(at, DateTimeKind.Unspecified);
        var offset = Zone.IsAmbiguousTime(local) ? Zone.GetAmbiguousTimeOffsets(local).Max() : Zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
