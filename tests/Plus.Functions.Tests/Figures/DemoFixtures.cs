using Npgsql;
using Plus.Host;
using Plus.Host.Demo;
using Plus.Law.Rules;
using Plus.Shared.Statistics.Engine;
using Plus.Testing.Databases;

namespace Plus.Functions.Tests.Figures;

/// <summary>A demo service in a database of its own.</summary>
public abstract class BuiltDemo(
    int oneIn,
    int firstYear = DemoOptions.PublishedYear,
    int lastYear = DemoOptions.PublishedYear
) : IAsyncLifetime
{
    public static readonly DateOnly Today = new(2026, 4, 15);

    public FigureCatalog Catalog { get; } = new(Doors.All);

    public TestDatabase Database { get; private set; } = null!;

    public TimeSpan Took { get; private set; }

    public async ValueTask InitializeAsync()
    {
        Database = await TestDatabase.CreateAsync();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await DemoBuilder.BuildAsync(
            Database.OwnerConnectionString,
            new DemoOptions(Today)
            {
                OneIn = oneIn,
                FirstYear = firstYear,
                LastYear = lastYear,
            },
            new Progress<string>(),
            default
        );
        Took = watch.Elapsed;
    }

    public ValueTask DisposeAsync() => Database.DisposeAsync();

    public async Task<FigureSet> FiguresAsync(int year = DemoOptions.PublishedYear)
    {
        await using var connection = await OpenAsync();
        return await new YearFigures(Catalog).ComputeAsync(
            connection,
            FigurePeriod.OfYear(year),
            LegalParameters.Embedded,
            default
        );
    }

    public async Task<FigureRowPage> RowsAsync(string key, int take)
    {
        await using var connection = await OpenAsync();
        var (behind, figure) = (new FigureRows(Catalog), Catalog.Find(key)!);
        var period = FigurePeriod.OfYear(DemoOptions.PublishedYear);
        var amounts = await behind.AmountsAsync(connection, figure, period, LegalParameters.Embedded, default);
        return await behind.ReadAsync(
            connection,
            figure,
            period,
            LegalParameters.Embedded,
            (0, take),
            amounts,
            default
        );
    }

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(Database.OwnerConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}

/// <summary>One record in forty.</summary>
public sealed class SmallDemo() : BuiltDemo(40);

/// <summary>The whole service.</summary>
public sealed class WholeDemo() : BuiltDemo(1);

/// <summary>Twenty years of the whole service.</summary>
public sealed class TwentyYears() : BuiltDemo(1, 2005, 2025);

/// <summary>One record in forty of several years.</summary>
public sealed class SmallYears() : BuiltDemo(40, 2021, 2025);
