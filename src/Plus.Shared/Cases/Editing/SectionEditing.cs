using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Tasks.Sync;

namespace Plus.Shared.Cases.Editing;

/// <summary>Takes a section in hand and puts it back: within scope, in the version shown, its tasks brought in line.</summary>
public sealed class SectionEditing(PlusDb db, StaffAccessor staff, Processes processes, TaskSync tasks)
{
    /// <summary>The section, tracked; null when there is none within the person's reach.</summary>
    /// <param name="shown">The version the person saw; a change made since is then refused.</param>
    public async Task<Section?> FindAsync(SectionId id, string permission, uint? shown, CancellationToken ct)
    {
        var section = await db.Set<Section>()
            .Within(staff.Current, permission)
            .SingleOrDefaultAsync(s => s.Id == id, ct);
        if (section is not null && shown is { } version)
        {
            db.Entry(section).Property(s => s.Version).OriginalValue = version;
        }

        return section;
    }

    /// <summary>Brings the tasks in line and commits everything tracked as one process of the section.</summary>
    public async Task<Outcome<Unit>> CommitAsync(Section section, ProcessStart start, CancellationToken ct)
    {
        await tasks.AlignAsync([section.Id], ct);
        return await processes.CommitAsync(start with { Client = section.ClientId, Section = section.Id }, ct);
    }
}
