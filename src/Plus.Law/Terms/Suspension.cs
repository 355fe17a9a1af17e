namespace Plus.Law.Terms;

/// <summary>Days on which a term stands still, both ends included; without an end it still lasts.</summary>
public sealed record Suspension(DateOnly From, DateOnly? To)
{
    public bool Covers(DateOnly day) => From <= day && (To is not { } to || day <= to);
}
