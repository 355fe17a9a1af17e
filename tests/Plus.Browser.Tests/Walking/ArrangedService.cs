using Plus.Host.Demo;
using Plus.Testing.Arranging;
using Plus.Testing.Pages;

namespace Plus.Browser.Tests.Walking;

/// <summary>
/// The demo service in small, to walk through: every delivered role has somebody to log in as, and lists are long enough
/// that a page asking the database once for every row shows itself.
/// </summary>
internal sealed class ArrangedService
{
    /// <summary>One record in so many of the published year.</summary>
    private const int OneIn = 40;

    // What the demo's people typed: names, notes, places. Texts of pages are no data.
    private const string TypedColumns = """
        SELECT format('SELECT DISTINCT %I::text COLLATE "C" FROM %I.%I WHERE %I IS NOT NULL', column_name, table_schema, table_name, column_name)
        FROM information_schema.columns
        WHERE table_schema IN ('clients', 'cases', 'contacts', 'journal', 'partners', 'organisation', 'access', 'exchange')
          AND data_type IN ('text', 'character varying') AND column_name NOT LIKE '%hash%' AND column_name NOT LIKE '%code'
        """;

    // One open section of each measure and state in the office of the head who logs in.
    private const string OfEachKind = """
        SELECT DISTINCT ON (s.measure, s.state) '/sections/' || s.id
        FROM cases.section s
        JOIN access.staff_post p ON p.office_id = s.office_id AND p.role_code = 'officeHead'
        JOIN access.staff h ON h.id = p.staff_id AND h.password_hash IS NOT NULL
        WHERE s.state IN ('received', 'registered', 'active', 'suspended')
        ORDER BY s.measure, s.state, s.id
        """;

    private ArrangedService(
        IReadOnlyCollection<string> names,
        IReadOnlyCollection<string> typed,
        IReadOnlyCollection<string> sections
    ) => (Names, Typed, Sections) = (names, typed, sections);

    /// <summary>Surnames of clients: in a title they would be personal data.</summary>
    public IReadOnlyCollection<string> Names { get; }

    /// <summary>Everything somebody typed, longest first; it stands in Latvian on English pages too.</summary>
    public IReadOnlyCollection<string> Typed { get; }

    /// <summary>Pages of sections deep in the lists of the office head, one of each kind.</summary>
    public IReadOnlyCollection<string> Sections { get; }

    public static async Task<ArrangedService> MakeAsync(PlusApp app)
    {
        await DemoBuilder.BuildAsync(
            app.Database.OwnerConnectionString,
            new DemoOptions(DateOnly.FromDateTime(app.Now.Date)) { OneIn = OneIn },
            new Progress<string>(),
            default
        );
        await app.StatePurposesAsync();
        var columns = await app.ReadListAsync(TypedColumns);
        var typed = await app.ReadListAsync(string.Join(" UNION ", columns));
        return new ArrangedService(
            await app.ReadListAsync("SELECT DISTINCT surname FROM clients.client"),
            [.. typed.Where(t => t.Length > 3 && t.Any(c => c is ' ' or > 'z')).OrderByDescending(t => t.Length)],
            await app.ReadListAsync(OfEachKind)
        );
    }
}
