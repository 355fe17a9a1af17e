using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Contacts.Records;

namespace Plus.Shared.Contacts.Kinds;

/// <summary>Changes how a kind of contact behaves.</summary>
internal sealed class ChangeKindHandler(PlusDb db, Processes processes, ContactKindsHeld held)
{
    public static readonly ProcessType Changed = new("contacts.kindChanged");

    public async Task<Outcome<Unit>> HandleAsync(string code, KindInput input, uint version, CancellationToken ct)
    {
        if (await db.Set<ContactKind>().SingleOrDefaultAsync(k => k.Code == code, ct) is not { } kind)
        {
            return new NoSuchRecord();
        }

        db.Entry(kind).Property(k => k.Version).OriginalValue = version;
        if (
            !input.Active
            && !await db.Set<ContactKind>().AnyAsync(k => k.Code != code && k.Active && k.AsksAttendance, ct)
        )
        {
            return new LastKindStays();
        }

        kind.Behave(
            input.AsksPlace,
            input.AsksAttendance,
            input.InOffice,
            input.CountsToNorm,
            input.Minutes!.Value,
            input.Active
        );
        var done = await processes.CommitAsync(
            new ProcessStart(Changed) { Values = new Dictionary<string, object?> { ["kind"] = code } },
            ct
        );
        held.Forget();
        return done;
    }
}

/// <summary>Without one kind that is met in person nothing could be planned.</summary>
internal sealed record LastKindStays() : Refusal("contacts.kinds.lastStays")
{
    public override string Field => "Active";
}
