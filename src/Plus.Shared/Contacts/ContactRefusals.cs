using Plus.Kernel.Results;

namespace Plus.Shared.Contacts;

/// <summary>The outcome was recorded already, by somebody else or in another tab.</summary>
public sealed record OutcomeIsRecorded() : Refusal("contacts.refusal.recorded", RefusalKind.Conflict);

/// <summary>A contact that has not begun has no outcome.</summary>
public sealed record ContactHasNotBegun() : Refusal("contacts.refusal.notBegun");

/// <summary>An appointment is made for a time to come, or for what has just happened today.</summary>
public sealed record TimeIsTooFarBack() : Refusal("contacts.refusal.tooFarBack")
{
    public override string? Field => "Day";
}

/// <summary>The staff member has another contact at that time.</summary>
public sealed record StaffIsBusy(TimeOnly At) : Refusal("contacts.refusal.staffBusy")
{
    public override string? Field => "Time";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["at"] = At };
}

/// <summary>Somebody else is met in the room at that time.</summary>
public sealed record RoomIsTaken(TimeOnly At) : Refusal("contacts.refusal.roomTaken")
{
    public override string? Field => "Room";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["at"] = At };
}

/// <summary>The room belongs to another office or is out of use.</summary>
public sealed record NoSuchRoom() : Refusal("contacts.refusal.noSuchRoom")
{
    public override string? Field => "Room";
}
