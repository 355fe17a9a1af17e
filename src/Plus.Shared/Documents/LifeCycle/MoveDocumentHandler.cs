using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Documents.Numbering;
using Plus.Shared.Documents.Records;

namespace Plus.Shared.Documents.LifeCycle;

/// <summary>A step asked for.</summary>
/// <param name="Person">Who is to agree or to sign; null leaves it open to all who may.</param>
/// <param name="Reason">Why it is returned or given up.</param>
/// <param name="Nomenclature">The series, where it is numbered by this step and had none yet.</param>
/// <param name="Shown">The version of the record that the person saw.</param>
public sealed record DocumentMove(
    DocumentState To,
    StaffId? Person = null,
    string? Reason = null,
    Guid? Nomenclature = null,
    uint? Shown = null
);

/// <summary>
/// Takes a document one step on its way: to be agreed, agreed, to be signed (which numbers it), returned, given up, put
/// into the case file. Signing and sending have handlers of their own.
/// </summary>
public sealed class MoveDocumentHandler(
    PlusDb db,
    Processes processes,
    StaffAccessor staff,
    PlusClock clock,
    DocumentNumbers numbers,
    DocumentPeople people,
    NumberedVersion numbered
)
{
    public async Task<Outcome<Unit>> MoveAsync(Guid id, DocumentMove move, CancellationToken ct)
    {
        var document = await db.FindDocumentAsync(staff.Current, DocumentPermissions.View, id, move.Shown, ct);
        if (document is null)
        {
            return new NoSuchRecord();
        }

        var permission = DocumentLifeCycle.Permissions(document.State, move.To).FirstOrDefault(staff.Current.May);
        if (permission is null || move.To is DocumentState.Signed or DocumentState.Sent)
        {
            return new WayIsClosed(document.State, move.To);
        }

        // What opens the step must reach as far as this client.
        if (await db.FindDocumentAsync(staff.Current, permission, id, move.Shown, ct) is null)
        {
            return new NoSuchRecord();
        }

        if (await AgainstAsync(document, move, ct) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var from = document.State;
        if (move.To == DocumentState.ToBeSigned)
        {
            if (await NumberAsync(document, move, ct) is { } without)
            {
                return without;
            }

            document.ToBeSignedBy(move.Person);
            if (await numbered.AddAsync(document, ct) is { } refused)
            {
                return refused;
            }
        }

        if (move.To == DocumentState.ToBeAgreed)
        {
            document.ToBeAgreedBy(move.Person);
        }

        if (move.To == DocumentState.Agreed)
        {
            document.ToBeAgreedBy(staff.Current.Id);
        }

        document.Enter(move.To);
        var done = await processes.CommitAsync(Story(document, from, move), ct);
        if (done.Done)
        {
            await transaction.CommitAsync(ct);
        }

        return done;
    }

    private async Task<Refusal?> AgainstAsync(Document document, DocumentMove move, CancellationToken ct)
    {
        var back =
            move.To is DocumentState.Annulled
            || (move.To == DocumentState.Draft && document.State != DocumentState.Agreed);
        if (back && string.IsNullOrWhiteSpace(move.Reason))
        {
            return new WhyIsMissing();
        }

        if (move.To is DocumentState.ToBeAgreed or DocumentState.ToBeSigned && document.LastVersion == 0)
        {
            return new NoVersionYet();
        }

        if (move.To == DocumentState.Agreed)
        {
            if (document.MadeBy == staff.Current.Id)
            {
                return new OwnDocumentIsAgreedByAnother();
            }

            if (document.AgreerId is { } agreer && !staff.Current.Reach.Managers.Contains(agreer))
            {
                return new HandedToAnother();
            }
        }

        if (move.Person is { } person)
        {
            var wanted = move.To == DocumentState.ToBeSigned ? DocumentPermissions.Sign : DocumentPermissions.Agree;
            if (!(await people.WhoMayAsync(wanted, document.ClientId, ct)).Any(p => p.Id == person))
            {
                return new PersonMayNot();
            }

            if (move.To == DocumentState.ToBeAgreed && person == document.MadeBy)
            {
                return new OwnDocumentIsAgreedByAnother();
            }
        }

        return null;
    }

    private async Task<Refusal?> NumberAsync(Document document, DocumentMove move, CancellationToken ct)
    {
        if (document.Ordinal is not null)
        {
            return null;
        }

        var today = clock.Today;
        var wanted = move.Nomenclature ?? document.NomenclatureId;
        var series = await db.Set<Nomenclature>()
            .AsNoTracking()
            .SingleOrDefaultAsync(n => n.Id == wanted && n.From <= today && (n.To == null || n.To >= today), ct);
        if (series is null)
        {
            return new SeriesIsMissing();
        }

        await numbers.GiveAsync(document, series, today, ct);
        return null;
    }

    private static ProcessStart Story(Document document, DocumentState from, DocumentMove move) =>
        new(DocumentProcesses.Moved)
        {
            Client = document.ClientId,
            Section = document.SectionId,
            Subject = document.Id,
            Reason = string.IsNullOrWhiteSpace(move.Reason) ? null : move.Reason.Trim(),
            Values = new Dictionary<string, object?>
            {
                ["kind"] = document.Kind,
                ["number"] = document.Number ?? "—",
                ["from"] = CodeConversion.CodeOf(from),
                ["state"] = CodeConversion.CodeOf(move.To),
            },
        };
}
