using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plus.Host;
using Plus.Kernel;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access;
using Plus.Shared.Access.Reaching;
using Plus.Shared.Clients.Search;
using Plus.Testing.Databases;

namespace Plus.Shared.Tests.Clients.Search;

/// <summary>The search statement on generated people: no scan of the client table, and quick.</summary>
public sealed class NationalSizeSearchTests(TestDatabase database) : IClassFixture<TestDatabase>
{
    private const string Permission = "clients.search";

    private const int Rows = 26;

    public static TheoryData<string> Lines { get; } =
        new(
            "ber",
            "Bērziņš",
            "anna ozol",
            "Ozoliņa Anna",
            "ana",
            "tin",
            "ovs",
            "kris",
            "qwx",
            "010190-12345",
            "32123456789",
            "2023-000777",
            "+371 29000123",
            "K12-0777-23",
            "li"
        );

    [Fact]
    public async Task SearchAtNationalSize_UsesIndexesAndTakesMilliseconds()
    {
        var people = Environment.GetEnvironmentVariable("PLUS_TEST_LONG") == "1" ? 200_000 : 20_000;
        var office = await FillAsync(people);
        var region = await RegionAsync();
        await using var source = NpgsqlDataSource.Create(database.AppConnectionString);
        var slow = new List<string>();
        foreach (
            var staff in new[]
            {
                Staff(AccessScope.Service, office, special: true),
                Staff(AccessScope.Service, office, special: false),
                Staff(AccessScope.Region, office, special: true, region),
                Staff(AccessScope.Office, office, special: true),
                Staff(AccessScope.Own, office, special: false),
            }
        )
        {
            await using var db = Context(source, staff);
            foreach (var line in Lines.Select(l => l.Data))
            {
                Assert.Equal("", await ScannedAsync(db, line, staff));

                var best = await BestOfAsync(db, line, staff);
                var who = $"{staff.ScopeOf(Permission)} {string.Join(',', staff.Reach.Words)} '{line}'";
                TestContext.Current.TestOutputHelper?.WriteLine($"{who}: {best.TotalMilliseconds:0.0} ms");
                if (best > TimeSpan.FromMilliseconds(100))
                {
                    slow.Add($"{who}: {best.TotalMilliseconds:0.0} ms");
                }
            }
        }

        Assert.True(slow.Count == 0, string.Join('\n', slow));
    }

    // Which large tables were read from end to end by a search: what the database itself counted in the transaction.
    private static async Task<string> ScannedAsync(PlusDb db, string line, CurrentStaff staff)
    {
        await using var transaction = await db.Database.BeginTransactionAsync();
        await using (var command = SearchSql.Build(db, SearchTerms.Read(line), staff, Permission, Rows))
        {
            await command.ExecuteNonQueryAsync();
        }

        await using var scans = new NpgsqlCommand(
            """
            SELECT coalesce(string_agg(relname, ','), '') FROM pg_stat_xact_user_tables
            WHERE seq_scan > 0 AND relname IN ('client', 'client_name', 'client_identifier')
            """,
            (NpgsqlConnection)db.Database.GetDbConnection()
        );
        return (string)(await scans.ExecuteScalarAsync())!;
    }

    // The machine may be busy with other things: the best of some runs, against twice what is promised.
    private static async Task<TimeSpan> BestOfAsync(PlusDb db, string line, CurrentStaff staff)
    {
        var best = TimeSpan.MaxValue;
        await db.Database.OpenConnectionAsync();
        for (var run = 0; run < 3; run++)
        {
            var watch = Stopwatch.StartNew();
            await using var command = SearchSql.Build(db, SearchTerms.Read(line), staff, Permission, Rows);
            await command.ExecuteNonQueryAsync();
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        await db.Database.CloseConnectionAsync();
        return best;
    }

    private static PlusDb Context(NpgsqlDataSource source, CurrentStaff staff)
    {
        var options = new DbContextOptionsBuilder<PlusDb>();
        options.UsePlusDatabase(source);
        return new PlusDb(options.Options, Doors.All, new StaffAccessor { Current = staff });
    }

    private static CurrentStaff Staff(AccessScope scope, Guid office, bool special, params OfficeId[] region)
    {
        var permissions = new Dictionary<string, AccessScope> { [Permission] = scope };
        foreach (var code in special ? SpecialCategories.All.Select(p => p.Code) : [])
        {
            permissions[code] = scope;
        }

        var person = new CurrentStaff
        {
            Id = new StaffId(Guid.Parse("00000000-0000-7000-8000-000000000001")),
            Offices = [new OfficeId(office)],
            RegionOffices = region,
            Permissions = permissions,
        };
        return StaffReach.Tell(person, Doors.All, new DateOnly(2026, 4, 15));
    }

    private async Task<OfficeId[]> RegionAsync()
    {
        await using var source = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var command = source.CreateCommand(
            "SELECT array_agg(id) FROM (SELECT id FROM organisation.office ORDER BY code LIMIT 7) o"
        );
        return [.. ((Guid[])(await command.ExecuteScalarAsync())!).Select(id => new OfficeId(id))];
    }

    private async Task<Guid> FillAsync(int people)
    {
        await using var source = NpgsqlDataSource.Create(database.OwnerConnectionString);
        await using var command = source.CreateCommand(
            (
                await File.ReadAllTextAsync(
                    Path.Combine(AppContext.BaseDirectory, "Clients", "Search", "national-size.sql")
                )
            ).Replace(
                ":people",
                people.ToString(System.Globalization.CultureInfo.InvariantCulture),
                StringComparison.Ordinal
            )
        );
        command.CommandTimeout = 300;
        await command.ExecuteNonQueryAsync();
        await using var tidy = source.CreateCommand("VACUUM (ANALYZE)");
        await tidy.ExecuteNonQueryAsync();
        await using var first = source.CreateCommand("SELECT id FROM organisation.office ORDER BY code LIMIT 1");
        return (Guid)(await first.ExecuteScalarAsync())!;
    }
}
