using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.Sections;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Contacts.Records;

namespace Plus.Shared.Cases.Annulling;

/// <summary>Annuls a section that was registered in error. It stays to be read, counts nowhere and never comes back.</summary>
internal sealed class AnnulSectionHandler(PlusDb db, SectionEditing editing, PlusClock clock)
{
    public async Task<Outcome<Unit>> HandleAsync(SectionId id, string reason, uint version, CancellationToken ct)
    {
        var section = await editing.FindAsync(id, CasePermissions.Annul, version, ct);
        if (section is null)
        {
            return new NoSuchRecord();
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new ReasonIsMissing("Reason");
        }

        if (SectionLifeCycle.May(section.State, SectionState.Annulled) is Verdict.Refused refused)
        {
            return new LawRefuses(refused);
        }

        var planned = await db.Set<Contact>()
            .Where(c => c.SectionId == id && c.State == ContactState.Planned)
            .ToListAsync(ct);
        foreach (var contact in planned)
        {
            contact.Cancel("staff", null, clock.Now);
        }

        section.Annul(clock.Today);
        return await editing.CommitAsync(
            section,
            new ProcessStart(CaseProcesses.Annulled)
            {
                Reason = reason.Trim(),
                Values = new Dictionary<string, object?> { ["measure"] = section.Measure },
            },
            ct
        );
    }
}
