namespace Plus.Shared.Home;

/// <summary>
/// What a room has to tell a person before the day's work. Registered by the room's door; it asks the database only when
/// it may concern the person and the day.
/// </summary>
public abstract class HomeNotice
{
    /// <summary>The lines for the person acting; none when there is nothing to say.</summary>
    public abstract Task<IReadOnlyList<HomeLine>> ReadAsync(CancellationToken ct);
}

/// <summary>One line on Home, with codes, dates and numbers alone.</summary>
/// <param name="TextKey">The text, with named values.</param>
/// <param name="Href">Where it is dealt with.</param>
/// <param name="Urgent">Shown as a warning.</param>
public sealed record HomeLine(string TextKey, string Href, bool Urgent, params (string Name, object? Value)[] Values);
