using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.Exchange.Takeover.Contract;
using Plus.Shared.Exchange.Takeover.Reading;

namespace Plus.Shared.Exchange.Takeover.Taking;

/// <summary>Founding documents with their offences. A corrected one is a new version that takes the place of the old.</summary>
internal sealed class BasisTaking(PlusDb db, TakeoverGround ground) : RowTaking(db, ground)
{
    public override async Task TakeAsync(IReadOnlyList<PendingRow> rows, BulkProcesses bulk, CancellationToken ct)
    {
        var clients = await References.ClientsAsync(rows, ct);
        foreach (var row in rows.Where(r => !r.IsRefused))
        {
            if (row.Row.Day("inForceOn") < row.Row.Day("issuedOn"))
            {
                row.Mark(TakeoverMarks.InForceBeforeIssued);
            }

            var client = clients[row.Row.Text("clientId")!].Id;
            if (row.Known is { } known)
            {
                await CorrectAsync(row, client, known.PlusId, bulk, ct);
                continue;
            }

            var basis = Make(row, client);
            bulk.Complete(
                Story(
                    TakeoverProcesses.BasisTaken,
                    client,
                    null,
                    basis.Id.Value,
                    basis.IssuedOn,
                    ("kind", basis.Kind),
                    ("number", basis.Number)
                )
            );
            row.Become(RowOutcome.Taken, basis.Id.Value);
        }
    }

    private async Task CorrectAsync(PendingRow row, ClientId client, Guid id, BulkProcesses bulk, CancellationToken ct)
    {
        if (await WorkedSince.RefusesAsync(Db, row, client, id, ct))
        {
            return;
        }

        using var loaded = new LoadedRecords(Db);
        var old = await Db.Set<Basis>().SingleAsync(b => b.Id == new BasisId(id), ct);
        if (old.ClientId != client)
        {
            row.Refuse(TakeoverReasons.ReferenceChanged, "clientId");
            return;
        }

        var basis = Make(row, client);
        old.ReplaceBy(basis.Id);
        var sections = await Db.Set<Section>().Where(s => s.BasisId == old.Id).ToListAsync(ct);
        foreach (var section in sections)
        {
            section.Rebase(basis.Id);
        }

        bulk.Complete(Corrected("bases", client, null, basis.Id.Value), loaded.All);
        row.Become(RowOutcome.Corrected, basis.Id.Value);
    }

    private Basis Make(PendingRow row, ClientId client)
    {
        var issued = row.Row.Day("issuedOn")!.Value;
        var basis = new Basis(BasisId.New(), client, row.Row.Text("kind")!, row.Row.Text("number")!, issued);
        basis.Issue(
            row.Row.Text("issuerKind"),
            row.Row.Text("issuerName"),
            row.Row.Day("inForceOn"),
            row.Row.Text("proceedingNo"),
            null
        );
        Db.Add(basis);
        if (row.Row.Text("offences") is { } text && OffenceText.TryRead(text, out var offences))
        {
            var ordinal = 0;
            foreach (var offence in offences)
            {
                Db.Add(new BasisOffence(basis.Id, ++ordinal, offence.Article, offence.Sup, offence.Part, null, null));
            }
        }

        return basis;
    }
}
