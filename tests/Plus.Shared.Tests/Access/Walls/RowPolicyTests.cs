using Npgsql;
using Plus.Host;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access;
using Plus.Shared.Access.Delivered;
using Plus.Shared.Access.Reaching;
using Plus.Testing.Arranging;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access.Walls;

/// <summary>What the database itself shows to the application's role, by raw SQL, whatever a query forgot.</summary>
public sealed class RowPolicyTests(PlusApp app) : IClassFixture<PlusApp>
{
    private const string Guarded = """
        SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relrowsecurity AND c.relkind IN ('r', 'p') ORDER BY 1
        """;

    /// <summary>Every table that names a client or a section; those named here have personal data without naming one.</summary>
    private const string Open = """
        SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname NOT LIKE 'pg\_%'
          AND n.nspname <> 'information_schema' AND c.relpersistence = 'p'
          AND (EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = c.oid AND NOT a.attisdropped
                       AND a.attname IN ('client_id', 'section_id', 'basis_id', 'first_id', 'second_id', 'clients'))
               OR EXISTS (SELECT FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f'
                          AND k.confrelid IN ('clients.client'::regclass, 'cases.section'::regclass, 'cases.basis'::regclass))
               OR format('%I.%I', n.nspname, c.relname) IN ('clients.client', 'cases.section', 'drafts.draft',
                  'drafts.stored_query', 'exchange.intake_run_part'))
          AND NOT (c.relrowsecurity AND EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid))
        ORDER BY 1
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>What pays, counts or administers opens no client's rows: it has doors of its own that give what it needs.</summary>
    [Fact]
    public void RoleWithoutClientsOnItsPages_ReachesNobody()
    {
        string[] shows = ["clients.view", "cases.view", "figures.rows"];
        var roles = DeliveredRoles.Read().Where(r => !r.Permissions.Intersect(shows).Any()).ToList();

        Assert.Contains(roles, r => r.Code == "accountant");
        foreach (var role in roles)
        {
            var scope = Enum.Parse<AccessScope>(role.Scope, ignoreCase: true);
            var staff = new CurrentStaff
            {
                Id = StaffId.New(),
                Offices = [new OfficeId(Guid.NewGuid())],
                Permissions = role.Permissions.ToDictionary(p => p, _ => scope),
            };
            var reach = StaffReach.Tell(staff, Doors.All, new DateOnly(2026, 4, 15)).Reach;
            Assert.True(
                reach is { Offices.Count: 0, Managers.Count: 0 } && !reach.Words.Contains(Reach.Everywhere),
                $"{role.Code}: {string.Join(", ", reach.Words)}"
            );
        }
    }

    [Fact]
    public async Task NothingTold_NothingIsSeen()
    {
        await app.PersonAsync("Andris", "Redzamais");
        var tables = await app.ReadListAsync(Guarded);
        Assert.True(tables.Count > 30, $"Only {tables.Count} tables have policies.");
        foreach (var table in tables)
        {
            // Of the audit, what is of no client is seen: it tells of roles, rules and the like.
            var of = table == "audit.process" ? " WHERE client_id IS NOT NULL" : "";
            Assert.Equal(0, await CountAsync(null, $"SELECT count(*) FROM {table}{of}"));
        }
    }

    [Fact]
    public async Task EveryTableWithAClient_HasAPolicy_AndAPlantedOneIsFound()
    {
        Assert.Equal([], await app.ReadListAsync(Open));
        await OwnerAsync("CREATE TABLE clients.planted (id uuid PRIMARY KEY, client_id uuid NOT NULL)");
        try
        {
            Assert.Equal(["clients.planted"], await app.ReadListAsync(Open));
            await OwnerAsync("CALL access.guard_all()");
            Assert.Equal([], await app.ReadListAsync(Open));
        }
        finally
        {
            await OwnerAsync("DROP TABLE clients.planted");
        }
    }

    [Fact]
    public async Task AnOffice_IsSeenByItsPeople_AndByNobodyElse()
    {
        var (here, there) = (await app.OfficeAsync(), await app.OfficeAsync(1));
        var mine = await app.PersonAsync("Anna", "Savējā", here);
        var foreign = await app.PersonAsync("Berta", "Svešā", there);
        var reach = Of(AccessScope.Office, here);
        foreach (var table in await TablesOfAsync(mine))
        {
            Assert.True(await CountAsync(reach, table.Of(mine)) > 0, table.Name);
            Assert.Equal(0, await CountAsync(reach, table.Of(foreign)));
        }

        Assert.Equal(
            0,
            await ChangeAsync(reach, $"UPDATE clients.client SET surname = 'X' WHERE id = '{foreign.Client.Id}'")
        );
        Assert.Equal(
            0,
            await ChangeAsync(reach, $"DELETE FROM clients.client_name WHERE client_id = '{foreign.Client.Id}'")
        );
        var refused = await Assert.ThrowsAsync<PostgresException>(() =>
            ChangeAsync(
                reach,
                $"INSERT INTO clients.client_name (id, client_id, given_name, surname, name_key, as_of, source) VALUES (gen_random_uuid(), '{foreign.Client.Id}', 'A', 'B', 'b a', now(), '')"
            )
        );
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task OwnScope_SeesWhatIsAssigned_AlsoInAnotherOffice()
    {
        var (here, there) = (await app.OfficeAsync(), await app.OfficeAsync(1));
        var person = await app.StaffAsync("mediator", here);
        var mine = await app.PersonAsync("Cilda", "Uzticētā", there, manager: person.Id);
        var foreign = await app.PersonAsync("Dace", "Cita", here);
        var reach = Of(AccessScope.Own, here, person.Id);
        Assert.Equal(1, await SeenAsync(reach, mine));
        Assert.Equal(0, await SeenAsync(reach, foreign));
    }

    [Fact]
    public async Task AClosedClient_IsNowhere_WhateverElseOpensIt()
    {
        var here = await app.OfficeAsync();
        var person = await app.StaffAsync("caseManager", here);
        var closed = await app.PersonAsync("Elza", "Slēgtā", here, manager: person.Id);
        foreach (var scope in new[] { AccessScope.Own, AccessScope.Office, AccessScope.Service })
        {
            var lists = new OpenedAndClosed([], [closed.Client.Id], [closed.Client.Id]);
            foreach (var table in await TablesOfAsync(closed))
            {
                Assert.Equal(0, await CountAsync(Of(scope, here, person.Id, lists), table.Of(closed)));
            }
        }
    }

    [Fact]
    public async Task AnOpenedClient_IsSeen_AndNoOther()
    {
        var there = await app.OfficeAsync(1);
        var opened = await app.PersonAsync("Fricis", "Atvērtais", there);
        var other = await app.PersonAsync("Guna", "Neatvērtā", there);
        var reach = Of(
            AccessScope.Office,
            await app.OfficeAsync(),
            null,
            new OpenedAndClosed([], [opened.Client.Id], [])
        );
        Assert.Equal(1, await SeenAsync(reach, opened));
        Assert.Equal(0, await SeenAsync(reach, other));
    }

    [Fact]
    public async Task AChild_NeedsAPermission_UnlessAssigned()
    {
        var here = await app.OfficeAsync();
        var person = await app.StaffAsync("caseManager", here);
        var child = await app.PersonAsync("Hugo", "Jaunais", here, born: new DateOnly(2012, 1, 1));
        var own = await app.PersonAsync("Ieva", "Jaunā", here, born: new DateOnly(2012, 1, 1), manager: person.Id);
        var without = Of(AccessScope.Office, here, person.Id, special: false);
        Assert.Equal(0, await SeenAsync(without, child));
        Assert.Equal(1, await SeenAsync(without, own));
        Assert.Equal(1, await SeenAsync(Of(AccessScope.Office, here, person.Id), child));
        Assert.Equal(0, await SeenAsync(Of(AccessScope.Service, here, person.Id, special: false), child));
    }

    [Fact]
    public async Task SearchFunction_GivesNoForeignId_HoweverItIsAsked()
    {
        var (here, there) = (await app.OfficeAsync(), await app.OfficeAsync(1));
        var foreign = await app.PersonAsync("Jūlija", "Noplūdeniece", there, code: "32123456789");
        var reach = Of(AccessScope.Office, here);
        // From the start of the surname, from within it, and in both scopes.
        foreach (
            var (part, everywhere) in new[] { ("nopludeniece", "true"), ("ludeniece", "true"), ("ludeniece", "false") }
        )
        {
            // Asked as wide as it can be: the permission's own reach is a lie here.
            var asked = $"""
                SELECT count(*) FROM clients.search('32123456789', '321234', '{foreign.Case.Number}', '29000000',
                    ARRAY['{part}'], ARRAY['{part}', '{part}'], true, NULL, 50, {everywhere}, ARRAY['{there}'::uuid], '{"{}"}')
                """;
            Assert.Equal(0, await CountAsync(reach, asked));
            Assert.Equal(0, await CountAsync(null, asked));
            Assert.True(await CountAsync(Of(AccessScope.Office, there), asked) > 0);
        }
    }

    [Fact]
    public async Task TheApplicationsRole_OwnsNothing_BypassesNothing_AndChangesNoAudit()
    {
        Assert.Equal(
            0,
            await CountAsync(
                null,
                "SELECT count(*) FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = current_user"
            )
        );
        Assert.Equal(
            0,
            await CountAsync(
                null,
                "SELECT count(*) FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)"
            )
        );
        Assert.Equal(
            0,
            await CountAsync(
                null,
                "SELECT count(*) FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member WHERE r.rolname = current_user"
            )
        );
        foreach (
            var sql in new[]
            {
                "UPDATE audit.view SET part = ''",
                "DELETE FROM audit.process",
                "TRUNCATE audit.view",
                "ALTER TABLE clients.client DISABLE ROW LEVEL SECURITY",
                "DROP POLICY reach ON clients.client",
                "CALL access.guard('clients.client', 'true')",
                "CALL access.guard_all()",
            }
        )
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => ChangeAsync(Reach.System("test"), sql));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Fact]
    public async Task TheSetting_EndsWithItsTransaction()
    {
        await using var source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(app.Database.AppConnectionString) { MaxPoolSize = 1 }.ConnectionString
        );
        await app.PersonAsync("Kārlis", "Paliekošais");
        await using (var connection = await source.OpenConnectionAsync(Ct))
        {
            await using var both = new NpgsqlCommand(
                "CALL access.enter(@reach); SELECT count(*) FROM clients.client",
                connection
            );
            both.Parameters.AddWithValue("reach", WallKey.Seal(connection, Reach.System("test").Setting));
            Assert.True((long)(await both.ExecuteScalarAsync(Ct))! > 0);
            await using var after = new NpgsqlCommand("SELECT count(*) FROM clients.client", connection);
            Assert.Equal(0L, await after.ExecuteScalarAsync(Ct));
        }

        await using var next = source.CreateCommand("SELECT count(*) FROM clients.client");
        Assert.Equal(0L, await next.ExecuteScalarAsync(Ct));
    }

    private static Reach Of(
        AccessScope scope,
        OfficeId office,
        StaffId? id = null,
        OpenedAndClosed? lists = null,
        bool special = true
    )
    {
        var permissions = new Dictionary<string, AccessScope> { ["clients.view"] = scope };
        foreach (var code in special ? SpecialCategories.All.Select(p => p.Code) : [])
        {
            permissions[code] = scope;
        }

        var staff = new CurrentStaff
        {
            Id = id ?? StaffId.New(),
            Offices = [office],
            Permissions = permissions,
        };
        return StaffReach.Tell(staff, Doors.All, new DateOnly(2026, 4, 15), lists).Reach;
    }

    // The tables in which this person has a row, and how to count them.
    private async Task<IReadOnlyList<CountedTable>> TablesOfAsync(People.Person person)
    {
        var found = new List<CountedTable> { new("clients.client", p => $"id = '{p.Client.Id}'") };
        var columns = await app.ReadListAsync(
            """
            SELECT format('%I.%I', n.nspname, c.relname) || ' ' || a.attname
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relrowsecurity AND a.attname IN ('client_id', 'section_id') AND NOT a.attisdropped ORDER BY 1
            """
        );
        foreach (var (table, column) in columns.Select(c => (c.Split(' ')[0], c.Split(' ')[1])))
        {
            string Where(People.Person p) =>
                $"{column} = '{(column == "client_id" ? p.Client.Id.Value : p.Section.Id.Value)}'";
            if (await app.ScalarAsync<long>($"SELECT count(*) FROM {table} WHERE {Where(person)}") > 0)
            {
                found.Add(new CountedTable(table, Where));
            }
        }

        Assert.True(found.Count >= 5, "The person stands in too few tables for the test to mean anything.");
        return found;
    }

    private Task<long> SeenAsync(Reach reach, People.Person person) =>
        CountAsync(reach, $"SELECT count(*) FROM clients.client WHERE id = '{person.Client.Id}'");

    private async Task<long> CountAsync(Reach? reach, string sql)
    {
        await using var source = NpgsqlDataSource.Create(app.Database.AppConnectionString);
        await using var connection = await source.OpenConnectionAsync(Ct);
        await using var command = Command(connection, reach, sql);
        return (long)(await command.ExecuteScalarAsync(Ct))!;
    }

    private async Task<int> ChangeAsync(Reach reach, string sql)
    {
        await using var source = NpgsqlDataSource.Create(app.Database.AppConnectionString);
        await using var connection = await source.OpenConnectionAsync(Ct);
        await using var command = Command(connection, reach, sql);
        return Math.Max(0, await command.ExecuteNonQueryAsync(Ct));
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, Reach? reach, string sql)
    {
        var command = new NpgsqlCommand((reach is null ? "" : "CALL access.enter(@reach); ") + sql, connection);
        if (reach is not null)
        {
            command.Parameters.AddWithValue("reach", WallKey.Seal(connection, reach.Setting));
        }

        return command;
    }

    private async Task OwnerAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(app.Database.OwnerConnectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Ct);
    }

    private sealed record CountedTable(string Name, Func<People.Person, string> Where)
    {
        public string Of(People.Person person) => $"SELECT count(*) FROM {Name} WHERE {Where(person)}";
    }
}
