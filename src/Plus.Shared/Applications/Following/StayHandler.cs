using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Applications.Listing;
using Plus.Shared.Cases;
using Plus.Shared.Cases.Editing;

namespace Plus.Shared.Applications.Following;

/// <summary>Another office is competent after a move, and the case stays where it is: who assigns says why.</summary>
internal sealed class StayHandler(PlusDb db, RequestReader reader, SectionEditing editing)
{
    public static readonly ProcessType Stays = new("applications.stays", OnTimeline: true);

    public async Task<Outcome<Unit>> StayAsync(Guid id, string? reason, uint version, CancellationToken ct)
    {
        if (
            await reader.FindAsync(id, CasePermissions.Assign, ct) is not { } request
            || await editing.FindAsync(request.SectionId, CasePermissions.Assign, null, ct)
                is not { IsOpen: true } section
            || !request.ProposesTransfer(section.OfficeId)
        )
        {
            return new NoSuchRecord();
        }

        db.Entry(request).Property(r => r.Version).OriginalValue = version;
        if (string.IsNullOrWhiteSpace(reason))
        {
            return new ReasonIsMissing("Reason");
        }

        request.Stay(reason.Trim());
        return await editing.CommitAsync(
            section,
            new ProcessStart(Stays)
            {
                Subject = id,
                Reason = request.StaysBecause,
                Values = new Dictionary<string, object?> { ["application"] = request.Kind },
            },
            ct
        );
    }
}
