using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Tasks.Sync;

namespace Plus.Shared.Cases.Registering;

/// <summary>The general part of the client's file was put in order: what the two-working-day task waits for.</summary>
internal sealed class FormCaseHandler(
    PlusDb db,
    SectionEditing editing,
    TaskSync tasks,
    Processes processes,
    PlusClock clock
)
{
    public async Task<Outcome<Unit>> HandleAsync(SectionId id, CancellationToken ct)
    {
        var section = await editing.FindAsync(id, CasePermissions.Work, null, ct);
        if (section is null)
        {
            return new NoSuchRecord();
        }

        var file = await db.Set<Case>().SingleAsync(c => c.Id == section.CaseId, ct);
        if (file.FormedOn is not null)
        {
            return Unit.Value;
        }

        file.Form(clock.Today);
        var all = await db.Set<Section>().Where(s => s.CaseId == file.Id).Select(s => s.Id).ToListAsync(ct);
        await tasks.AlignAsync(all, ct);
        return await processes.CommitAsync(
            new ProcessStart(CaseProcesses.Formed)
            {
                Client = section.ClientId,
                Section = section.Id,
                Values = new Dictionary<string, object?> { ["number"] = file.Number },
            },
            ct
        );
    }
}
