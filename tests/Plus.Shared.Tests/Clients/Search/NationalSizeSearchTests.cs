using System.Diagnostics;
using Npgsql;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
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
        await using var source = NpgsqlDataSource.Create(database.AppConnectionString);
        await using var connection = await source.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var slow = new List<string>();
        foreach (
            var staff in new[]
            {
                Staff(AccessScope.Service, office),
                Staff(AccessScope.Office, office),
                Staff(AccessScope.Own, office),
            }
        )
        {
            foreach (var line in Lines.Select(l => l.Data))
            {
                var plan = "";
                foreach (var depth in Enum.GetValues<SearchDepth>())
                {
                    plan = await ExplainAsync(connection, line, staff, depth);
                    Assert.DoesNotContain("Seq Scan on client ", plan, StringComparison.Ordinal);
                    Assert.DoesNotContain("Seq Scan on client_name", plan, StringComparison.Ordinal);
                    Assert.DoesNotContain("Seq Scan on client_identifier", plan, StringComparison.Ordinal);
                }

                var best = await BestOfAsync(connection, line, staff);
                TestContext.Current.TestOutputHelper?.WriteLine(
                    $"{staff.ScopeOf(Permission)} '{line}': {best.TotalMilliseconds:0.0} ms"
                );
                if (best > TimeSpan.FromMilliseconds(100))
                {
                    slow.Add($"{staff.ScopeOf(Permission)} '{line}': {best.TotalMilliseconds:0.0} ms\n{plan}");
                }
            }
        }

        Assert.True(slow.Count == 0, string.Join('\n', slow));
    }

    private static async Task<string> ExplainAsync(
        NpgsqlConnection connection,
        string line,
        CurrentStaff staff,
        SearchDepth depth
    )
    {
        await using var command = Command(connection, line, staff, depth);
        command.CommandText = "EXPLAIN (ANALYZE) " + command.CommandText;
        var lines = new List<string>();
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        return string.Join('\n', lines);
    }

    // The machine may be busy with other things: the best of some runs, against twice what is promised.
    private static async Task<TimeSpan> BestOfAsync(NpgsqlConnection connection, string line, CurrentStaff staff)
    {
        var best = TimeSpan.MaxValue;
        for (var run = 0; run < 3; run++)
        {
            var watch = Stopwatch.StartNew();
            for (
                var (depth, rows) = (SearchDepth.Starts, 0);
                depth <= SearchDepth.WithinEarlier && rows < Rows;
                depth++
            )
            {
                rows = 0;
                await using var command = Command(connection, line, staff, depth);
                await using var reader = await command.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                {
                    rows++;
                }
            }

            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        return best;
    }

    private static NpgsqlCommand Command(
        NpgsqlConnection connection,
        string line,
        CurrentStaff staff,
        SearchDepth depth
    )
    {
        var command = SearchSql.Build(SearchTerms.Read(line), staff, Permission, Rows, depth);
        command.Connection = connection;
        return command;
    }

    private static CurrentStaff Staff(AccessScope scope, Guid office) =>
        new()
        {
            Id = new StaffId(Guid.Parse("00000000-0000-7000-8000-000000000001")),
            Offices = [new OfficeId(office)],
            Permissions = new Dictionary<string, AccessScope> { [Permission] = scope },
        };

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
