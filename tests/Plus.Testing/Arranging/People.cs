using Plus.Functions.Supervision.Records;
using Plus.Kernel.Ids;
using Plus.Law.Tasks;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Tasks.Records;
using Plus.Testing.Pages;

namespace Plus.Testing.Arranging;

/// <summary>Puts people with a case and a section into the database of a test.</summary>
internal static class People
{
    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<
        PlusApp,
        Dictionary<string, PageBrowser>
    > LoggedIn = new();

    private static int number;

    /// <summary>Somebody of the role, logged in once for all tests of the application: log-ins are few a minute.</summary>
    public static async Task<PageBrowser> AsAsync(this PlusApp app, string role)
    {
        var known = LoggedIn.GetOrCreateValue(app);
        if (!known.TryGetValue(role, out var browser))
        {
            known[role] = browser = await app.LoggedInAsAsync(role);
        }

        return browser;
    }

    /// <summary>Everybody who can log in has said today for what they open each client there is now.</summary>
    public static async Task StatePurposesAsync(this PlusApp app)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(app.Database.OwnerConnectionString);
        await using var command = source.CreateCommand(
            """
            INSERT INTO access.stated_purpose (id, staff_id, client_id, purpose, stated_at)
            SELECT gen_random_uuid(), s.id, c.id, 'quality', $1 FROM access.staff s, clients.client c
            WHERE s.password_hash IS NOT NULL
            """
        );
        command.Parameters.AddWithValue(app.Now.ToUniversalTime());
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>The n-th general office by code.</summary>
    public static async Task<OfficeId> OfficeAsync(this PlusApp app, int n = 0) =>
        new(
            await app.ScalarAsync<Guid>(
                $"SELECT id FROM organisation.office WHERE kind = 'general' ORDER BY code OFFSET {n} LIMIT 1"
            )
        );

    /// <summary>A client with a case and an open parole section in the office.</summary>
    public static async Task<Person> PersonAsync(
        this PlusApp app,
        string givenName,
        string surname,
        OfficeId? office = null,
        string? code = null,
        DateOnly? born = null,
        StaffId? manager = null
    )
    {
        var (person, records) = Make(
            app.Now,
            office ?? await app.OfficeAsync(),
            givenName,
            surname,
            code,
            born,
            manager
        );
        await app.SaveAsync(records);
        return person;
    }

    /// <summary>The same, not saved: the person and the records to save.</summary>
    public static (Person Person, object[] Records) Make(
        DateTimeOffset now,
        OfficeId office,
        string givenName,
        string surname,
        string? code = null,
        DateOnly? born = null,
        StaffId? manager = null
    )
    {
        var n = Interlocked.Increment(ref number);
        var client = new Client(ClientId.New(), givenName, surname, born ?? new DateOnly(1985, 3, 7), "M")
        {
            CreatedAt = now,
        };
        var file = new Case(CaseId.New(), client.Id, $"2026-{900000 + n:000000}", new DateOnly(2026, 4, 1));
        var basis = new Basis(BasisId.New(), client.Id, "courtRuling", $"K77-{n:0000}-26/3", new DateOnly(2026, 3, 20));
        basis.Issue("court", "Rīgas pilsētas tiesa", new DateOnly(2026, 4, 1), $"1109{n:0000000}", null);
        var section = new Section(
            SectionId.New(),
            file.Id,
            client.Id,
            "supervision",
            "parole",
            basis.Id,
            new DateOnly(2026, 4, 1)
        );
        section.Assign(office, "declaredResidence", manager);
        section.Term(new DateOnly(2026, 4, 1), new DateOnly(2027, 3, 31));
        List<object> records =
        [
            client,
            new ClientName(client.Id, givenName, surname, new DateOnly(2026, 3, 20), "K77"),
            file,
            basis,
            section,
            new SupervisionSentence(section.Id),
        ];
        if (code is not null)
        {
            records.Add(new ClientIdentifier(client.Id, IdentifierKind.PersonalCode, code, null, "K77"));
        }

        return (new Person(client, file, basis, section), [.. records]);
    }

    /// <summary>A task of the person's section with the explanation of the worked example.</summary>
    public static Task TaskAsync(this PlusApp app, Person person, string explanation, DateOnly? dueOn)
    {
        var task = new DueTaskRow(
            TaskId.New(),
            person.Client.Id,
            person.Section.Id,
            TaskKinds.RegisterClient,
            "",
            app.Now
        );
        task.Due(dueOn, explanation);
        return app.SaveAsync(task);
    }

    public sealed record Person(Client Client, Case Case, Basis Basis, Section Section)
    {
        public string Href => $"/clients/{Client.Id}";
    }
}
