using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Tasks.Sync;

namespace Plus.Shared.Clients.CaseFile;

/// <summary>Marks that the general part of the case file was put in order, which meets the task of creating the case.</summary>
internal sealed class FormCaseHandler(
    PlusDb db,
    Processes processes,
    TaskSync tasks,
    StaffAccessor staff,
    PlusClock clock
)
{
    public async Task<Outcome<Unit>> FormAsync(ClientId client, CancellationToken ct)
    {
        if (!await db.ReachesAsync(staff.Current, ClientPermissions.FormCase, client, ct))
        {
            return new NoSuchRecord();
        }

        var file = await db.Set<Case>().SingleOrDefaultAsync(c => c.ClientId == client, ct);
        if (file is null)
        {
            return new NoCaseYet();
        }

        if (file.FormedOn is not null)
        {
            return Unit.Value;
        }

        file.Form(clock.Today);
        var sections = await db.Set<Section>().Where(s => s.CaseId == file.Id).Select(s => s.Id).ToListAsync(ct);
        await tasks.AlignAsync(sections, ct);
        return await processes.CommitAsync(
            new ProcessStart(ClientProcesses.CaseFormed)
            {
                Client = client,
                Subject = file.Id.Value,
                Values = new Dictionary<string, object?> { ["number"] = file.Number },
            },
            ct
        );
    }
}

/// <summary>A case is opened with the first section.</summary>
internal sealed record NoCaseYet() : Refusal("clients.case.noCaseYet");
