using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Correspondence;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients;
using Plus.Shared.MailRoom.Lists;
using Plus.Shared.MailRoom.Records;
using Plus.Shared.MailRoom.Taking;

namespace Plus.Shared.MailRoom.Registering;

/// <summary>It cannot have come after today.</summary>
public sealed record ReceivedInTheFuture() : Refusal("mailroom.refusal.future")
{
    public override string? Field => "ReceivedOn";
}

/// <summary>The answer would be due before it came.</summary>
public sealed record DueBeforeReceived() : Refusal("mailroom.refusal.dueBefore")
{
    public override string? Field => "DueOn";
}

/// <summary>The register of that office is kept by others.</summary>
public sealed record RegisterOfOthers() : Refusal("mailroom.refusal.office")
{
    public override string? Field => "Office";
}

/// <summary>No such client, or none within one's reach.</summary>
public sealed record NoSuchClient() : Refusal("mailroom.refusal.client")
{
    public override string? Field => "Client";
}

/// <summary>Registers by hand.</summary>
internal sealed class RegisterHandler(PlusDb db, IncomingTaking taking, StaffAccessor staff, PlusClock clock)
{
    public bool Reaches(OfficeId office) =>
        staff.Current.ScopeOf(MailRoomPermissions.Register) == AccessScope.Service
        || IncomingScope.OfficesOf(staff.Current, MailRoomPermissions.Register).Contains(office);

    public async Task<Outcome<IncomingItem>> RegisterAsync(IncomingArrival arrival, CancellationToken ct)
    {
        if (!AnswerDeadlines.Kinds.Contains(arrival.Kind, StringComparer.Ordinal))
        {
            return new NoSuchRecord();
        }

        if (arrival.ReceivedOn > clock.Today)
        {
            return new ReceivedInTheFuture();
        }

        if (arrival.DueOn < arrival.ReceivedOn)
        {
            return new DueBeforeReceived();
        }

        if (!Reaches(arrival.Office))
        {
            return new RegisterOfOthers();
        }

        if (arrival.Client is { } client && !await db.ReachesAsync(staff.Current, ClientPermissions.Search, client, ct))
        {
            return new NoSuchClient();
        }

        return await taking.TakeAsync(arrival, refuseWhole: true, ct);
    }
}
