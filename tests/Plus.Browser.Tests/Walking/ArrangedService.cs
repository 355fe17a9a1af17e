using Plus.Host.Demo;
using Plus.Host.Demo.Bans;
using Plus.Host.Demo.Documents;
using Plus.Host.Demo.Work;
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
        WHERE table_schema IN ('clients', 'cases', 'contacts', 'journal', 'partners', 'organisation', 'access', 'exchange', 'obligations', 'opportunities', 'applications', 'mailroom', 'documents', 'plans', 'breaches', 'supervision', 'incidents', 'support', 'probation_observation')
          AND data_type IN ('text', 'character varying') AND column_name NOT LIKE '%hash%' AND column_name NOT LIKE '%code'
        """;

    // One open section of each measure and state in the office of the head who logs in.
    private const string OfEachKind = """
        SELECT DISTINCT ON (s.measure, s.state) '/sections/' || s.id
        FROM cases.section s
        JOIN access.staff_post p ON p.office_id = s.office_id AND p.role_code = 'officeHead'
        JOIN access.staff h ON h.id = p.staff_id AND h.password_hash IS NOT NULL
        WHERE s.state IN ('received', 'registered', 'active', 'suspended')
          AND NOT EXISTS (SELECT FROM access.client_restriction r WHERE r.client_id = s.client_id)
        ORDER BY s.measure, s.state, s.id
        """;

    // A document of each state, and of each way in which it left.
    private const string DocumentOfEachState = """
        SELECT DISTINCT ON (d.state, r.channel, r.state) '/documents/' || d.id
        FROM documents.document d LEFT JOIN documents.document_recipient r ON r.document_id = d.id AND r.channel <> ''
        WHERE d.source = 'plus' ORDER BY d.state, r.channel, r.state, d.id
        """;

    // Ids, codes and ways to reach those who are closed to somebody, and of victims: whom they are closed to stands before.
    private const string ClosedOnes = """
        WITH closed AS (
            SELECT r.client_id, CASE WHEN r.kind = 'protected' THEN 'protected' WHEN r.people = '{}' THEN 'everybody' ELSE 'butRegions' END who
            FROM access.client_restriction r
        )
        SELECT who || ' ' || mark FROM (
            SELECT who, client_id::text mark FROM closed
            UNION ALL SELECT who, s.id::text FROM closed c JOIN cases.section s ON s.client_id = c.client_id
            UNION ALL SELECT who, k.id::text FROM closed c JOIN contacts.contact k ON k.client_id = c.client_id
            UNION ALL SELECT who, i.value FROM closed c JOIN clients.client_identifier i ON i.client_id = c.client_id
            UNION ALL SELECT who, h.value FROM closed c JOIN clients.client_reach h ON h.client_id = c.client_id
            UNION ALL SELECT 'victims', v.phone FROM mediation.victim v
            UNION ALL SELECT 'victims', v.address FROM mediation.victim v
        ) m WHERE length(mark) > 8
        """;

    private ArrangedService(
        IReadOnlyCollection<string> names,
        IReadOnlyCollection<string> typed,
        IReadOnlyCollection<string> sections,
        IReadOnlyCollection<string> closed
    ) => (Names, Typed, Deep, Closed) = (names, typed, sections, closed);

    private IReadOnlyCollection<string> Closed { get; }

    /// <summary>What must not be read on any page of this role: marks of people that are closed to it, and of victims.</summary>
    public IEnumerable<string> ClosedTo(string role) =>
        from line in Closed
        let who = line[..line.IndexOf(' ', StringComparison.Ordinal)]
        where
            who == "everybody"
            || (who == "butRegions" && role != "regionHead")
            || (who == "protected" && role is not ("regionHead" or "officeHead"))
            || (who == "victims" && role is not ("regionHead" or "officeHead" or "qualityReviewer" or "mediator"))
        select line[(who.Length + 1)..];

    /// <summary>Surnames of clients: in a title they would be personal data.</summary>
    public IReadOnlyCollection<string> Names { get; }

    /// <summary>Everything somebody typed, longest first; it stands in Latvian on English pages too.</summary>
    public IReadOnlyCollection<string> Typed { get; }

    /// <summary>Pages deep in the lists of the office head: a section of each kind, a document of each state.</summary>
    public IReadOnlyCollection<string> Deep { get; }

    public static async Task<ArrangedService> MakeAsync(PlusApp app)
    {
        await DemoBuilder.BuildAsync(
            app.Database.OwnerConnectionString,
            new DemoOptions(DateOnly.FromDateTime(app.Now.Date)) { OneIn = OneIn },
            new Progress<string>(),
            default
        );
        await DemoDocuments.MakeAsync(app.Services, default);
        await DemoTransport.MakeAsync(app.Services, default);
        await DemoBans.MakeAsync(app.Services, default);
        await app.StatePurposesAsync();
        var columns = await app.ReadListAsync(TypedColumns);
        var typed = await app.ReadListAsync(string.Join(" UNION ", columns));
        return new ArrangedService(
            await app.ReadListAsync("SELECT DISTINCT surname FROM clients.client"),
            [.. typed.Where(t => t.Length > 3 && t.Any(c => c is ' ' or > 'z')).OrderByDescending(t => t.Length)],
            [.. await app.ReadListAsync(OfEachKind), .. await app.ReadListAsync(DocumentOfEachState)],
            await app.ReadListAsync(ClosedOnes)
        );
    }
}
