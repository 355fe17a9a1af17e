using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Identity;
using Plus.Shared.Cases.Opening;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Duplicates;
using Plus.Shared.Clients.Records;
using Plus.Shared.Exchange.Takeover.Contract;
using Plus.Shared.Exchange.Takeover.Reading;

namespace Plus.Shared.Exchange.Takeover.Taking;

/// <summary>Clients with their case. Who they are is decided by the law of matching; in doubt they stand by themselves.</summary>
internal sealed class ClientTaking(PlusDb db, TakeoverGround ground) : RowTaking(db, ground)
{
    private sealed record Arrival(PendingRow Row, IncomingPerson Person);

    public override async Task TakeAsync(IReadOnlyList<PendingRow> rows, BulkProcesses bulk, CancellationToken ct)
    {
        var arrivals = rows.Select(r => new Arrival(r, Person(r))).Where(a => !a.Row.IsRefused).ToList();
        var changed = arrivals.Where(a => a.Row.Known is not null).ToList();
        var correction = new ClientCorrection(Db, Ground);
        foreach (var arrival in changed)
        {
            using var loaded = new LoadedRecords(Db);
            if (await correction.CorrectAsync(arrival.Row, arrival.Person, ct) is { } client)
            {
                bulk.Complete(Corrected("clients", client, null, client.Value), loaded.All);
            }
        }

        await TakeNewAsync([.. arrivals.Where(a => a.Row.Known is null)], bulk, ct);
    }

    private async Task TakeNewAsync(List<Arrival> arrivals, BulkProcesses bulk, CancellationToken ct)
    {
        if (arrivals.Count == 0)
        {
            return;
        }

        var people = await PeopleKnown.LoadAsync(Connection, arrivals.ConvertAll(a => a.Person), ct);
        var numbers = await NumbersAsync(arrivals.ConvertAll(a => a.Row), ct);
        foreach (var arrival in arrivals)
        {
            // Each is asked in its turn: an earlier row of this batch may be the same person.
            switch (people.Decide(arrival.Person))
            {
                case MatchDecision<ClientId>.SameClient same:
                    Join(arrival, same.Key, bulk);
                    break;
                case MatchDecision<ClientId>.SameClientNewSurname same:
                    arrival.Row.Mark(TakeoverMarks.NewSurname);
                    Join(arrival, same.Key, bulk);
                    break;
                case MatchDecision<ClientId>.MatchToConfirm doubt:
                    arrival.Row.Mark(TakeoverMarks.PossibleDuplicate);
                    Make(arrival, numbers, people, bulk, doubt.Candidates);
                    break;
                default:
                    Make(arrival, numbers, people, bulk, []);
                    break;
            }
        }
    }

    private void Make(
        Arrival arrival,
        CaseNumbersOfBatch numbers,
        PeopleKnown people,
        BulkProcesses bulk,
        IReadOnlyList<ClientId> perhaps
    )
    {
        var (row, person) = arrival;
        if (numbers.Give(row) is not { } number)
        {
            return;
        }

        var registered = row.Row.Day("registeredOn")!.Value;
        var client = new Client(
            ClientId.New(),
            person.Name.GivenName,
            person.Name.Surname,
            person.BirthDate!.Value,
            row.Row.Text("sex")
        )
        {
            CreatedAt = Ground.Now,
        };
        client.Describe(row.Row.Text("citizenship"), [], false);
        client.Died(row.Row.Day("diedOn"));
        Db.Add(client);
        var file = new Case(CaseId.New(), client.Id, number, registered);
        file.Form(registered);
        Db.Add(file);
        Db.Add(new ClientName(client.Id, client.GivenName, client.Surname, registered, Ground.Source));
        PersonFacts.AddCode(Db, Ground, row, client.Id, person.Code, registered);
        PersonFacts.AddReach(Db, Ground, row, client.Id, registered);
        foreach (var other in perhaps)
        {
            Db.Add(new PossibleDuplicate(client.Id, other, DuplicateDetection.SameNameAndBirthDate));
        }

        people.Add(
            new KnownPerson<ClientId>(client.Id, person.Name, [], person.Code is { } c ? [c] : [], client.BirthDate)
        );
        bulk.Complete(
            Story(
                TakeoverProcesses.ClientTaken,
                client.Id,
                null,
                client.Id.Value,
                registered,
                ("number", number),
                ("source", Ground.Source)
            )
        );
        row.Become(RowOutcome.Taken, client.Id.Value);
    }

    // What PLUS knows already stays as it is; what the old system knows beside it is added.
    private void Join(Arrival arrival, ClientId client, BulkProcesses bulk)
    {
        var (row, person) = arrival;
        var registered = row.Row.Day("registeredOn")!.Value;
        if (row.Marks.Contains(TakeoverMarks.NewSurname))
        {
            Db.Add(new ClientName(client, person.Name.GivenName, person.Name.Surname, registered, Ground.Source));
        }

        if (row.Row.Text("caseNumber") is { } number)
        {
            // The permanent number of the client's case is another one; the old one must be found as well.
            Db.Add(new ClientIdentifier(client, IdentifierKind.Foreign, number, registered, Ground.Source));
        }

        bulk.Complete(
            Story(TakeoverProcesses.ClientJoined, client, null, client.Value, registered, ("source", Ground.Source))
        );
        row.Become(RowOutcome.Joined, client.Value);
    }

    private static IncomingPerson Person(PendingRow row)
    {
        var text = row.Row.Text("personalCode");
        var birth = row.Row.Day("birthDate");
        PersonalCode? code = null;
        if (text is null)
        {
            row.Mark(TakeoverMarks.NoPersonalCode);
        }
        else if (!PersonalCode.TryParse(text, out code))
        {
            row.Mark(TakeoverMarks.CodeMalformed);
        }

        if (birth is null && code?.BirthDate() is { } inCode)
        {
            row.Mark(TakeoverMarks.BirthDateFromCode);
            birth = inCode;
        }

        if (birth is null)
        {
            row.Refuse(TakeoverReasons.Missing, "birthDate");
        }

        foreach (var warning in code?.Warnings(birth) ?? [])
        {
            row.Mark(warning);
        }

        if (birth > row.Row.Day("registeredOn"))
        {
            row.Refuse(TakeoverReasons.BeforeBirth, "registeredOn");
        }

        if (row.Row.Day("diedOn") < birth)
        {
            row.Refuse(TakeoverReasons.EndBeforeBegin, "diedOn");
        }

        var name = new PersonName(row.Row.Text("givenName")!, row.Row.Text("surname")!);
        return new IncomingPerson(name, code, birth);
    }

    private async Task<CaseNumbersOfBatch> NumbersAsync(List<PendingRow> rows, CancellationToken ct)
    {
        var own = rows.Select(r => r.Row.Text("caseNumber")).OfType<string>().ToArray();
        await using var command = new NpgsqlCommand(
            "SELECT number FROM cases.client_case WHERE number = ANY($1)",
            Connection
        );
        command.Parameters.AddWithValue(own);
        var used = new HashSet<string>(StringComparer.Ordinal);
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            while (await reader.ReadAsync(ct))
            {
                used.Add(reader.GetString(0));
            }
        }

        var without = rows.Count - own.Length;
        var given =
            without == 0 || Ground.DryRun
                ? new Queue<string>()
                : await new CaseNumbers(Db).NextAsync(without, Ground.Today, ct);
        return new CaseNumbersOfBatch(used, given, Ground);
    }

    /// <summary>The old system's numbers, and new ones for those without.</summary>
    private sealed class CaseNumbersOfBatch(HashSet<string> used, Queue<string> given, TakeoverGround ground)
    {
        public string? Give(PendingRow row)
        {
            if (row.Row.Text("caseNumber") is not { } own)
            {
                return ground.DryRun ? ground.DryNumber() : given.Dequeue();
            }

            if (used.Add(own))
            {
                return own;
            }

            row.Refuse(TakeoverReasons.CaseNumberTaken, "caseNumber");
            return null;
        }
    }
}
