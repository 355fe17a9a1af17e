using Plus.Kernel.Time;

namespace Plus.Host.Demo;

/// <summary>The morning of the day around which the demo is built.</summary>
internal sealed class DemoMorning(DateOnly day) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => PlusClock.InstantOf(day, new TimeOnly(6, 0));
}
