using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Contacts.Records;

namespace Plus.Shared.Contacts.Norms;

/// <summary>Sets how closely the client of a section is met, from today on.</summary>
internal sealed class SetNormHandler(PlusDb db, SectionEditing editing, PlusClock clock)
{
    public static readonly ProcessType Set = new("contacts.normSet", OnTimeline: true);

    public async Task<Outcome<Unit>> HandleAsync(
        SectionId id,
        string level,
        string reason,
        uint version,
        CancellationToken ct
    )
    {
        if (await editing.FindAsync(id, ContactsModule.Record, null, ct) is not { IsOpen: true } section)
        {
            return new NoSuchRecord();
        }

        if (await db.Set<ContactNorm>().SingleOrDefaultAsync(n => n.SectionId == id, ct) is { } norm)
        {
            db.Entry(norm).Property(n => n.Version).OriginalValue = version;
            norm.Set(level, reason, clock.Today);
        }
        else
        {
            db.Add(new ContactNorm(id, level, reason, clock.Today));
        }

        return await editing.CommitAsync(
            section,
            new ProcessStart(Set)
            {
                Reason = reason,
                Values = new Dictionary<string, object?> { ["level"] = level },
            },
            ct
        );
    }
}
