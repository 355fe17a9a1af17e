using Npgsql;
using Plus.Bench.Data;
using Plus.Bench.Operations;
using Plus.Browser.Tests.Statements;

namespace Plus.Bench.Tests;

/// <summary>
/// The everyday pages on the national size: not more statements than on a small demo, and no large table read from end to
/// end, neither by the first plan nor by the one PostgreSQL settles on when a statement comes again and again.
/// </summary>
[Trait("Category", "Long")]
public sealed class NationalSizeTests(NationalSize national) : IClassFixture<NationalSize>
{
    private const int LargeTable = 10_000;

    // PostgreSQL considers a plan without the values after five runs with them.
    private const int Runs = 12;

    /// <summary>The operation and the route whose budget it has.</summary>
    public static TheoryData<string, string> Everyday { get; } =
        new()
        {
            { "home", "/" },
            { "clientPage", "/clients/{id:guid}" },
            { "search", "/search/suggest" },
            { "contactEntry", "/contacts/{id:guid}" },
            { "list", "/sections" },
        };

    [Theory]
    [MemberData(nameof(Everyday))]
    public async Task EverydayPage_KeepsItsStatements(string operation, string route)
    {
        var counted = await StatementProbe.CountAsync(
            national.Database.AppConnectionString,
            national.Owner,
            national.Person,
            [national.Operation(operation)]
        );

        var budget = operation == "contactEntry" ? StatementBudgets.Recording : StatementBudgets.Of(route);
        Assert.InRange(counted[operation], 1, budget);
    }

    [Theory]
    [MemberData(nameof(Everyday))]
    public async Task EverydayPage_ReadsNoLargeTableFromEndToEnd(string operation, string route)
    {
        Assert.NotNull(route);
        var asked = national.Operation(operation);
        await asked.PrepareAsync(national.Owner);

        var scanned = await national.ScannedAsync(
            LargeTable,
            () => StatementProbe.RunAsync(national.Database.AppConnectionString, national.Person, asked, Runs)
        );

        Assert.Empty(scanned);
    }

    [Fact]
    public async Task ScanOfALargeTable_IsSeen()
    {
        var scanned = await national.ScannedAsync(
            LargeTable,
            async () =>
            {
                await using var connection = new NpgsqlConnection(
                    new NpgsqlConnectionStringBuilder(national.Database.OwnerConnectionString)
                    {
                        Pooling = false,
                    }.ConnectionString
                );
                await connection.OpenAsync();
                await using var command = new NpgsqlCommand(
                    "SELECT count(*) FROM contacts.contact WHERE note = 'x'",
                    connection
                );
                await command.ExecuteScalarAsync();
            }
        );

        Assert.Equal(["contacts.contact"], scanned);
    }
}
