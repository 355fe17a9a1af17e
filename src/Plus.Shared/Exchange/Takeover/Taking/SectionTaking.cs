using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Rules;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Opening;
using Plus.Shared.Cases.Records;
using Plus.Shared.Exchange.Takeover.Contract;
using Plus.Shared.Exchange.Takeover.Reading;

namespace Plus.Shared.Exchange.Takeover.Taking;

/// <summary>Sections with their function's own facts, opened, registered, closed and annulled as they were.</summary>
internal sealed class SectionTaking(PlusDb db, FunctionDoors doors, TakeoverGround ground) : RowTaking(db, ground)
{
    public override async Task TakeAsync(IReadOnlyList<PendingRow> rows, BulkProcesses bulk, CancellationToken ct)
    {
        var clients = await References.ClientsAsync(rows, ct);
        var bases = await BasesAsync(rows, ct);
        foreach (var row in rows)
        {
            if (row.IsRefused)
            {
                continue;
            }

            var client = clients[row.Row.Text("clientId")!];
            var basis = bases[row.Row.Text("baseId")!];
            var terms = SectionTerms.Of(row.Row, basis.Basis);
            var place = Check(row, client, basis.Basis, terms);
            if (row.IsRefused)
            {
                continue;
            }

            if (row.Known is { } known)
            {
                await CorrectAsync(row, client, basis, terms, place, known.PlusId, bulk, ct);
                continue;
            }

            var door = doors.OfMeasure(terms.Measure);
            var section = new Section(
                SectionId.New(),
                client.Case!.Value,
                client.Id,
                door.Code,
                terms.Measure,
                basis.Basis.Id,
                row.Row.Day("openedOn")!.Value
            );
            section.Assign(place.Office, "chosen", place.Officer);
            MarkOffence(section, row, basis);
            Db.Add(section);
            Db.Add(new Assignment(section.Id, place.Office, place.Officer, section.OpenedOn, "first"));
            Open(row, section, terms, basis.Basis, client.BirthDate, o => door.Open(Db, o));
            await door.TakeOverAsync(Db, section, SectionTerms.TakenOf(row.Row), ct);
            Live(row, section);
            bulk.Complete(
                Story(
                    TakeoverProcesses.SectionTaken,
                    client.Id,
                    section.Id,
                    section.Id.Value,
                    section.OpenedOn,
                    ("measure", section.Measure),
                    ("opened", section.OpenedOn),
                    ("closed", (object?)section.ClosedOn ?? "open")
                )
            );
            row.Become(RowOutcome.Taken, section.Id.Value);
        }
    }

    private async Task CorrectAsync(
        PendingRow row,
        ClientReference client,
        BasisWithOffences basis,
        MeasureTerms terms,
        (OfficeId Office, StaffId? Officer) place,
        Guid id,
        BulkProcesses bulk,
        CancellationToken ct
    )
    {
        if (await WorkedSince.RefusesAsync(Db, row, client.Id, id, ct))
        {
            return;
        }

        using var loaded = new LoadedRecords(Db);
        var section = await Db.Set<Section>().SingleAsync(s => s.Id == new SectionId(id), ct);
        if (section.ClientId != client.Id || section.Measure != terms.Measure)
        {
            // Another person's or another function's section is not a correction of this one.
            row.Refuse(TakeoverReasons.ReferenceChanged, section.ClientId == client.Id ? "measure" : "clientId");
            return;
        }

        if (section.AnnulledOn is not null && row.Row.Day("annulledOn") is null)
        {
            row.Refuse(TakeoverReasons.ReferenceChanged, "annulledOn");
            return;
        }

        if (section.ClosedOn is not null && row.Row.Day("closedOn") is null)
        {
            section.Reopen();
        }

        section.OpenedInstead(row.Row.Day("openedOn")!.Value);
        section.Rebase(basis.Basis.Id);
        if (section.OfficeId != place.Office || section.ManagerId != place.Officer)
        {
            section.Assign(place.Office, "chosen", place.Officer);
            foreach (
                var open in await Db.Set<Assignment>()
                    .Where(a => a.SectionId == section.Id && a.To == null)
                    .ToListAsync(ct)
            )
            {
                open.End(Ground.ExportedOn < open.From ? open.From : Ground.ExportedOn);
            }

            Db.Add(new Assignment(section.Id, place.Office, place.Officer, Ground.ExportedOn, "correction"));
        }

        MarkOffence(section, row, basis);
        var door = doors.OfMeasure(terms.Measure);
        OpeningSection? opening = null;
        Open(row, section, terms, basis.Basis, client.BirthDate, o => opening = o);
        await door.CorrectAsync(Db, opening!, ct);
        await door.TakeOverAsync(Db, section, SectionTerms.TakenOf(row.Row), ct);
        Live(row, section);
        bulk.Complete(Corrected("sections", client.Id, section.Id, id), loaded.All);
        row.Become(RowOutcome.Corrected, id);
    }

    private (OfficeId Office, StaffId? Officer) Check(
        PendingRow row,
        ClientReference client,
        Basis basis,
        MeasureTerms terms
    )
    {
        SectionChecks.Check(row, client, Ground);
        if (client.Case is null)
        {
            row.Refuse(TakeoverReasons.ReferenceMissing, "clientId");
        }

        if (basis.ClientId != client.Id)
        {
            row.Refuse(TakeoverReasons.OtherClient, "baseId");
        }

        SectionChecks.MarkAmount(row, terms, basis.IssuedOn, Ground.Parameters);
        var officer = Ground.OfficerOf(row, row.Row.Text("staff"));
        if (!Ground.Codes.Offices.TryGetValue(row.Row.Text("office")!, out var office))
        {
            row.Refuse(TakeoverReasons.OfficeNotMapped, "office", ("value", row.Row.Text("office")));
        }

        return (office, officer);
    }

    // The law's parameters begin in 2005: a term from before them is the one that the file gives.
    private void Open(
        PendingRow row,
        Section section,
        MeasureTerms terms,
        Basis basis,
        DateOnly birth,
        Action<OpeningSection> open
    )
    {
        try
        {
            open(new OpeningSection(section, terms, basis.InForceOn, basis.IssuedOn, birth, Ground.Parameters));
        }
        catch (LegalParameterException)
        {
            row.Mark(TakeoverMarks.TermNotComputed);
            var later = terms with { ReleasedOn = null };
            open(new OpeningSection(section, later, null, basis.IssuedOn, birth, Ground.Parameters));
        }

        if (section.TermEndsOn < section.TermStartsOn)
        {
            // The old system does not say how long: a term of nothing is none.
            row.Mark(TakeoverMarks.TermNotComputed);
            section.Term(section.TermStartsOn, null);
        }
    }

    private static void Live(PendingRow row, Section section)
    {
        if (row.Row.Day("termStartsOn") is not null || row.Row.Day("termEndsOn") is not null)
        {
            section.Term(row.Row.Day("termStartsOn"), row.Row.Day("termEndsOn"));
        }

        if (row.Row.Day("registeredOn") is { } registered)
        {
            section.Register(registered);
            section.Enter(SectionState.Active);
        }

        if (row.Row.Text("state") is { } state)
        {
            section.Enter(CodeConversion.Parse<SectionState>(state));
        }

        if (row.Row.Day("annulledOn") is { } annulled)
        {
            section.Annul(annulled);
        }
        else if (row.Row.Day("closedOn") is { } closed)
        {
            section.Close(closed, row.Row.Text("outcome")!);
        }
    }

    private void MarkOffence(Section section, PendingRow row, BasisWithOffences basis)
    {
        var main = basis.Offences.MinBy(o => o.Ordinal);
        var articles = Ground.SexualArticles(section.OpenedOn);
        section.MainOffence(
            main?.Article,
            main?.Sup,
            row.Row.Flag("earlierSexualOffence") == true
                || basis.Offences.Any(o => OpeningPlace.IsAmong(articles, o.Article, o.Sup))
        );
    }

    private async Task<Dictionary<string, BasisWithOffences>> BasesAsync(
        IReadOnlyList<PendingRow> rows,
        CancellationToken ct
    )
    {
        var ids = await References.BasesAsync(rows, ct);
        var wanted = ids.Values.ToHashSet();
        var bases = await Db.Set<Basis>()
            .AsNoTracking()
            .Where(b => wanted.Contains(b.Id))
            .ToDictionaryAsync(b => b.Id, ct);
        var offences = await Db.Set<BasisOffence>()
            .AsNoTracking()
            .Where(o => wanted.Contains(o.BasisId))
            .ToListAsync(ct);
        var of = offences.ToLookup(o => o.BasisId);
        return ids.ToDictionary(
            i => i.Key,
            i => new BasisWithOffences(bases[i.Value], [.. of[i.Value]]),
            StringComparer.Ordinal
        );
    }

    private sealed record BasisWithOffences(Basis Basis, IReadOnlyList<BasisOffence> Offences);
}
