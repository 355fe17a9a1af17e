using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Incidents.Records;

namespace Plus.Shared.Incidents.Kinds;

/// <summary>Changes who is told of a kind; what was recorded already stays as it was told.</summary>
internal sealed class ChangeIncidentKindHandler(PlusDb db, Processes processes)
{
    public static readonly ProcessType Changed = new("incidents.kindChanged");

    public async Task<Outcome<Unit>> HandleAsync(
        string code,
        IncidentKindInput input,
        uint version,
        CancellationToken ct
    )
    {
        if (await db.Set<IncidentKind>().SingleOrDefaultAsync(k => k.Code == code, ct) is not { } kind)
        {
            return new NoSuchRecord();
        }

        if (!input.TellsOffice && !input.TellsRegion && !input.TellsService)
        {
            return new NobodyIsTold();
        }

        db.Entry(kind).Property(k => k.Version).OriginalValue = version;
        kind.Behave(input.TellsOffice, input.TellsRegion, input.TellsService, input.ReviewDays!.Value, input.Active);
        return await processes.CommitAsync(
            new ProcessStart(Changed) { Values = new Dictionary<string, object?> { ["kind"] = code } },
            ct
        );
    }
}

/// <summary>An incident is told to somebody.</summary>
internal sealed record NobodyIsTold() : Refusal("incidents.refusal.nobodyTold")
{
    public override string? Field => "TellsOffice";
}
