namespace Plus.Shared.Contacts.Planning;

/// <summary>When, where and how the next contact is.</summary>
public sealed record PlannedTime(string Kind, DateOnly Day, TimeOnly Time, int Minutes, string? Place)
{
    /// <summary>The room taken for it; only for kinds that are held in the office.</summary>
    public Guid? Room { get; init; }

    /// <summary>The group session it is part of.</summary>
    public Guid? Group { get; init; }
}
