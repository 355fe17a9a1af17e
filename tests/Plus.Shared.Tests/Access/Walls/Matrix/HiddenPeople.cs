using Npgsql;
using Plus.Functions.Mediation.Records;
using Plus.Functions.Supervision.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Shared.Access.Delivered;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Clients.Records;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Journal.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access.Walls.Matrix;

/// <summary>One person of each kind that somebody must not see, with rows in many tables, and a role short of every special category.</summary>
internal sealed class HiddenPeople
{
    /// <summary>A case manager's role without one special category.</summary>
    public const string PlainRole = "matrixPlain";

    private const string RowsOfPerson = """
        SELECT format('SELECT %L, %I::text FROM %I.%I WHERE %I = $1', n.nspname || '.' || c.relname, k.attname, n.nspname, c.relname, o.attname)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        JOIN pg_attribute o ON o.attrelid = c.oid AND o.attname = 'client_id' AND NOT o.attisdropped
        JOIN pg_attribute k ON k.attrelid = c.oid AND k.attname = 'id' AND k.atttypid = 'uuid'::regtype AND NOT k.attisdropped
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname <> 'audit'
        """;

    private HiddenPeople(IReadOnlyList<HiddenPerson> people, IReadOnlyDictionary<string, Staff> staff) =>
        (All, Staff) = (people, staff);

    public IReadOnlyList<HiddenPerson> All { get; }

    /// <summary>One employee of each role, all in the first office.</summary>
    public IReadOnlyDictionary<string, Staff> Staff { get; }

    public static async Task<HiddenPeople> MakeAsync(PlusApp app)
    {
        await RoleAsync(app);
        var roles = DeliveredRoles.Read().Select(r => r.Code).Append(PlainRole);
        var staff = new Dictionary<string, Staff>(StringComparer.Ordinal);
        foreach (var role in roles)
        {
            staff[role] = await app.StaffAsync(role);
        }

        // Nobody of them keeps a planted case: what is one's own is another matter.
        var keeper = await app.StaffAsync("caseManager", await OfficeAsync(app, false));
        var (here, near, far) = (await app.OfficeAsync(), await OfficeAsync(app, true), await OfficeAsync(app, false));
        var people = new List<HiddenPerson>
        {
            await PlantAsync(app, "ordinary", here, keeper),
            await PlantAsync(app, "otherOffice", near, keeper),
            await PlantAsync(app, "otherRegion", far, keeper),
            await PlantAsync(app, "sexualOffence", here, keeper),
            await PlantAsync(app, "minor", here, keeper, new DateOnly(2012, 1, 1)),
            await PlantAsync(app, "protected", here, keeper),
            await PlantAsync(app, "forNobody", here, keeper),
            await PlantAsync(app, "excluded", here, keeper),
            await PlantAsync(app, "merged", here, keeper),
        };
        await ExecuteAsync(
            app,
            "UPDATE cases.section SET sexual_offence = true WHERE client_id = $1",
            people.Single(p => p.Kind == "sexualOffence").Client
        );
        await MergeAsync(app, people.Single(p => p.Kind == "merged"), people.Single(p => p.Kind == "forNobody"));
        await CloseAsync(app, people, "protected", RestrictionKind.Protected, []);
        await CloseAsync(app, people, "forNobody", RestrictionKind.Only, []);
        await CloseAsync(app, people, "excluded", RestrictionKind.Exclude, [.. staff.Values]);
        foreach (var person in people)
        {
            person.Rows = await RowsAsync(app, person.Client);
        }

        return new HiddenPeople(people, staff);
    }

    /// <summary>The rows of a person in every table that names one, as one hash: nothing sent may change it.</summary>
    public static Task<string> HashAsync(PlusApp app, HiddenPerson person) =>
        app.ScalarAsync<string>(
            $"""
            SELECT md5(concat_ws('|', c::text, (SELECT string_agg(s::text, ',' ORDER BY s.id) FROM cases.section s WHERE s.client_id = c.id),
                (SELECT string_agg(k::text, ',' ORDER BY k.id) FROM contacts.contact k WHERE k.client_id = c.id),
                (SELECT string_agg(j::text, ',' ORDER BY j.id) FROM journal.entry j WHERE j.client_id = c.id),
                (SELECT string_agg(a::text, ',' ORDER BY a.id) FROM clients.client_address a WHERE a.client_id = c.id),
                (SELECT string_agg(n::text, ',' ORDER BY n.id) FROM clients.client_name n WHERE n.client_id = c.id)))
            FROM clients.client c WHERE c.id = '{person.Client}'
            """
        );

    private static async Task<HiddenPerson> PlantAsync(
        PlusApp app,
        string kind,
        OfficeId office,
        Staff keeper,
        DateOnly? born = null
    )
    {
        // A word that stands nowhere else, in every text that could give the person away.
        var mark = "zq" + kind.ToLowerInvariant() + "qz";
        var n = 100 + kind.Length;
        var person = await app.PersonAsync(
            "Vārds" + mark,
            "Uzvārds" + mark,
            office,
            $"32{n:000}{kind.Length:000000}",
            born
        );
        var (client, section) = (person.Client.Id, person.Section.Id);
        var contact = new Contact(ContactId.New(), client, section, "office", app.Now.AddHours(3), 30, "Vieta " + mark);
        await app.SaveAsync(
            new ClientReach(client, ReachKind.Email, mark + "@example.org", new DateOnly(2026, 1, 1), "K"),
            new ClientAddress(client, AddressKind.Actual, null, "Iela " + mark, new DateOnly(2026, 1, 1), "K"),
            new RelatedPerson(client, "mother", "Māte" + mark, "Māte" + mark, true),
            new ClientHealth(client, 2, "Veselība " + mark, app.Now),
            new JournalEntry(
                Guid.CreateVersion7(),
                client,
                section,
                "note",
                new DateOnly(2026, 4, 14),
                "Piezīme " + mark,
                null,
                app.Now
            ),
            contact,
            new ElectronicMonitoring(section, 3),
            Victim(section, mark)
        );
        var planted = await PlantedRows.PlantAsync(app, person, mark, office, keeper);
        return new HiddenPerson(kind, mark, client.Value, section.Value, person.Case.Number, office)
        {
            Planted = planted,
        };
    }

    private static MediationVictim Victim(SectionId section, string mark) =>
        new(section, new MeasureParty("Cietusais" + mark, "Cietusais" + mark) { Address = "Upura iela " + mark });

    private static Task CloseAsync(
        PlusApp app,
        List<HiddenPerson> people,
        string kind,
        RestrictionKind restriction,
        IReadOnlyList<Staff> staff
    ) =>
        app.SaveAsync(
            new ClientRestriction(
                new ClientId(people.Single(p => p.Kind == kind).Client),
                restriction,
                staff.Select(s => s.Id),
                "relative",
                null,
                new DateOnly(2026, 1, 1),
                new DateOnly(2026, 12, 31)
            )
        );

    // As a person does it: the rows of all rooms move, and some name of the one who is gone stays everywhere it was.
    private static async Task MergeAsync(PlusApp app, HiddenPerson gone, HiddenPerson kept)
    {
        var pair = new PossibleDuplicate(new ClientId(gone.Client), new ClientId(kept.Client), "sameNameAndBirthDate");
        await app.SaveAsync(pair);
        var browser = await app.AsAsync("intakeClerk");
        var page = await browser.GetAsync($"/clients/duplicates/{pair.Id}");
        await page.SubmitAsync(form: $"#keep-{kept.Client}");
        Assert.Equal(
            kept.Client,
            await app.ScalarAsync<Guid>($"SELECT merged_into FROM clients.client WHERE id = '{gone.Client}'")
        );
    }

    private static async Task<OfficeId> OfficeAsync(PlusApp app, bool sameRegion) =>
        new(
            await app.ScalarAsync<Guid>(
                $"""
                SELECT o.id FROM organisation.office o
                JOIN (SELECT id, region_id FROM organisation.office WHERE kind = 'general' ORDER BY code LIMIT 1) f ON f.id <> o.id
                WHERE o.kind = 'general' AND (o.region_id = f.region_id) = {(
                    sameRegion ? "true" : "false"
                )} ORDER BY o.code LIMIT 1
                """
            )
        );

    private static Task RoleAsync(PlusApp app) =>
        app.SaveAsync(
            new Role(
                PlainRole,
                AccessScope.Office,
                [
                    .. DeliveredRoles
                        .Read()
                        .Single(r => r.Code == "caseManager")
                        .Permissions.Where(p => !p.StartsWith("special.", StringComparison.Ordinal)),
                ]
            )
        );

    private static async Task<ILookup<string, Guid>> RowsAsync(PlusApp app, Guid client)
    {
        var found = new List<(string Table, Guid Id)>();
        foreach (var sql in await app.ReadListAsync(RowsOfPerson))
        {
            var ids = sql.Replace("$1", $"'{client}'", StringComparison.Ordinal);
            found.AddRange(
                (await app.ReadListAsync($"SELECT t || ' ' || id FROM ({ids}) x (t, id)")).Select(line =>
                    (line.Split(' ')[0], Guid.Parse(line.Split(' ')[1]))
                )
            );
        }

        return found.ToLookup(f => f.Table, f => f.Id);
    }

    private static async Task ExecuteAsync(PlusApp app, string sql, Guid client)
    {
        await using var source = NpgsqlDataSource.Create(app.Database.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        command.Parameters.AddWithValue(client);
        await command.ExecuteNonQueryAsync();
    }
}

/// <param name="Mark">A word in every text of the person.</param>
internal sealed record HiddenPerson(string Kind, string Mark, Guid Client, Guid Section, string Number, OfficeId Office)
{
    /// <summary>Ids of the person's rows in the rooms around the case, by the first word of the addresses that open them.</summary>
    public required ILookup<string, Guid> Planted { get; init; }

    /// <summary>Ids of the person's rows by their table.</summary>
    public ILookup<string, Guid>? Rows { get; set; }

    public IEnumerable<Guid> RowsOf(string table) => Rows?[table] ?? [];
}
