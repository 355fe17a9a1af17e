using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Archive.Moving;
using Plus.Shared.Cases.Scope;

namespace Plus.Shared.Archive.Reading;

/// <summary>Brings a case back because somebody needs to work with its records, with a reason.</summary>
internal sealed class BringBackHandler(
    PlusDb db,
    Processes processes,
    StaffAccessor staff,
    ArchivedCases archived,
    ArchiveRun run
)
{
    public static readonly ProcessType Asked = new("archive.returnAsked");

    public async Task<Outcome<Unit>> ReturnAsync(ClientId client, string reason, CancellationToken ct)
    {
        if (
            !await db.ReachesAsync(staff.Current, ArchiveModule.BringBack, client, ct)
            || await archived.FindAsync(client, ct) is null
        )
        {
            return new NoSuchRecord();
        }

        await processes.NoteAsync(new ProcessStart(Asked) { Client = client, Reason = reason }, ct);
        await run.ReturnAsync(client.Value, ct);
        return Unit.Value;
    }
}

/// <summary>What is to be done needs the records, and they lie in the archive.</summary>
internal sealed record RecordsAreInTheArchive() : Refusal("archive.refusal.bringBackFirst");
