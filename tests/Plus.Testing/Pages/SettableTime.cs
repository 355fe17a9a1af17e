namespace Plus.Testing.Pages;

/// <summary>A clock that stands still until it is set.</summary>
public sealed class SettableTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Set(DateTimeOffset now) => _now = now;
}
