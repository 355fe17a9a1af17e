using System.Text;
using Npgsql;
using Plus.Kernel.Access;

namespace Plus.Shared.Clients.Search;

/// <summary>How far a search looks. A deeper one is asked only when the shallower did not fill the answer.</summary>
internal enum SearchDepth
{
    /// <summary>Codes, numbers, whole names and the start of the surname, present or earlier.</summary>
    Starts = 1,

    /// <summary>And anywhere within present names.</summary>
    Within = 2,

    /// <summary>And anywhere within earlier names.</summary>
    WithinEarlier = 3,
}

/// <summary>
/// Builds the statement of a search from fixed pieces, one for each thing the line may mean; what was typed goes in as
/// parameters only, and every piece is narrowed to the searcher's reach. Ranks: 0 code or number, 1 whole name, 2 start
/// of the surname, 3 start of another part of the name, 4 within; an earlier name stands half a rank behind.
/// </summary>
internal sealed class SearchSql
{
    private readonly StringBuilder _found = new();
    private readonly List<NpgsqlParameter> _parameters = [];
    private readonly SearchTerms _terms;
    private readonly SearchDepth _depth;
    private readonly int _limit;
    private readonly string? _scope;

    private SearchSql(SearchTerms terms, SearchDepth depth, int limit, CurrentStaff staff, string permission)
    {
        (_terms, _depth, _limit) = (terms, depth, limit);
        _scope = Scope(staff, permission);
    }

    public static NpgsqlCommand Build(
        SearchTerms terms,
        CurrentStaff staff,
        string permission,
        int limit,
        SearchDepth depth
    )
    {
        var sql = new SearchSql(terms, depth, limit, staff, permission);
        sql.Numbers();
        sql.Names();
        return sql.Command();
    }

    private NpgsqlCommand Command()
    {
        var command = new NpgsqlCommand(
            $"""
            WITH found (client_id, rank, why, detail) AS (
            {_found}
            ), best AS (
                SELECT DISTINCT ON (f.client_id) f.client_id, f.rank, f.why, f.detail
                FROM found f ORDER BY f.client_id, f.rank
            )
            SELECT c.id, c.given_name, c.surname, c.birth_date, b.why, b.detail, k.number,
                   ARRAY(SELECT DISTINCT m.measure FROM cases.section m
                         WHERE m.client_id = c.id AND m.closed_on IS NULL AND m.annulled_on IS NULL ORDER BY 1)
            FROM best b
            JOIN clients.client c ON c.id = b.client_id AND c.merged_into IS NULL
            LEFT JOIN cases.client_case k ON k.client_id = c.id
            ORDER BY b.rank, c.name_key, c.id
            LIMIT {_limit}
            """
        );
        command.Parameters.AddRange(_parameters.ToArray());
        return command;
    }

    private void Numbers()
    {
        if (_terms.Number is { } number)
        {
            var key = Parameter("number", number);
            ByOwner(
                "0.0",
                "'identifier'",
                "x.value",
                $"clients.client_identifier x WHERE clients.number_key(x.value) = {key}"
            );
            ByOwner("0.1", "'ruling'", "x.number", $"cases.basis x WHERE clients.number_key(x.number) = {key}");
            ByOwner(
                "0.1",
                "'proceeding'",
                "x.proceeding_no",
                $"cases.basis x WHERE clients.number_key(x.proceeding_no) = {key}"
            );
        }

        if (_terms.CodeStart is { } start)
        {
            ByOwner(
                "0.5",
                "'identifier'",
                "x.value",
                $"clients.client_identifier x WHERE clients.number_key(x.value) LIKE {Parameter("code", start + "%")}"
            );
        }

        if (_terms.CaseNumber is { } caseNumber)
        {
            // The number of a merged record leads to the one it was merged into.
            Add(
                "coalesce(m.merged_into, m.id)",
                "0.0, 'case', x.number",
                $"cases.client_case x JOIN clients.client m ON m.id = x.client_id WHERE x.number = {Parameter("case", caseNumber)}",
                "0.0"
            );
        }

        if (_terms.Reach is { } reach)
        {
            ByOwner(
                "0.2",
                "'reach'",
                "x.value",
                $"clients.client_reach x WHERE x.search_key = {Parameter("reach", reach)}"
            );
        }
    }

    private void Names()
    {
        if (_terms.NameParts.Count == 0)
        {
            return;
        }

        const string Earlier = "'earlierName', x.given_name || ' ' || x.surname";
        var born = _terms.BirthDate is { } birth ? Parameter("born", birth) : null;
        var present =
            "clients.client x WHERE x.merged_into IS NULL" + (born is null ? "" : $" AND x.birth_date = {born}");
        var earlier = born is null
            ? "clients.client_name x WHERE true"
            : $"clients.client_name x JOIN clients.client b ON b.id = x.client_id WHERE b.birth_date = {born}";
        var (presentMet, presentRank) = _depth >= SearchDepth.Within ? (Within(), Rank()) : (Starts(), StartRank());
        var (earlierMet, earlierRank) =
            _depth >= SearchDepth.WithinEarlier ? (Within(), Rank()) : (Starts(), StartRank());
        Add("x.id", $"{presentRank}, 'name', NULL", $"{present} AND {presentMet}", presentRank);
        Add("x.client_id", $"{earlierRank} + 0.5, {Earlier}", $"{earlier} AND {earlierMet}", earlierRank);
    }

    private string Starts() =>
        "("
        + string.Join(" OR ", _terms.NameParts.Select((p, i) => $"x.name_key LIKE {Parameter($"start{i}", Start(p))}"))
        + ")"
        + (_terms.NameParts.Count > 1 ? " AND " + Within() : "");

    private string Within() =>
        HasLongPart
            ? string.Join(
                " AND ",
                _terms.NameParts.Select((p, i) => $"x.name_key LIKE {Parameter($"part{i}", $"%{Escaped(p)}%")}")
            )
            : Starts();

    // With two letters only the index cannot search within names: they are the whole surname then.
    private string Start(string part) => Escaped(part) + (HasLongPart ? "%" : " %");

    private bool HasLongPart => _terms.NameParts.Any(p => p.Length >= SearchTerms.ShortestPart);

    // One part met at the start needs no comparing: the index gives those names in order, and the first ones are enough.
    private string StartRank() => _terms.NameParts.Count == 1 ? "2.0" : Rank();

    private string Rank()
    {
        var parts = _terms.NameParts;
        var whole = string.Join(
            " OR ",
            new[] { parts, parts.Reverse() }.Select(
                (p, i) => $"x.name_key = {Parameter($"whole{i}", string.Join(' ', p))}"
            )
        );
        var starts = string.Join(" OR ", parts.Select((p, i) => $"x.name_key LIKE {Parameter($"start{i}", Start(p))}"));
        var words = string.Join(
            " AND ",
            parts.Select((p, i) => $"(' ' || x.name_key) LIKE {Parameter($"word{i}", "% " + Escaped(p) + "%")}")
        );
        return $"CASE WHEN {whole} THEN 1.0 WHEN {starts} THEN 2.0 WHEN {words} THEN 3.0 ELSE 4.0 END";
    }

    private string? Scope(CurrentStaff staff, string permission)
    {
        var reach = staff.ScopeOf(permission);
        if (reach == AccessScope.Service)
        {
            return null;
        }

        var sections = reach switch
        {
            AccessScope.Region => $"s.office_id = ANY({Parameter("offices", Ids(staff.RegionOffices))})",
            AccessScope.Office => $"s.office_id = ANY({Parameter("offices", Ids(staff.Offices))})",
            AccessScope.Own => $"s.manager_id = {Parameter("me", staff.Id!.Value.Value)}",
            _ => throw new InvalidOperationException("Nobody searches without the permission."),
        };
        return $"""
            SELECT s.client_id FROM cases.section s WHERE {sections}
            UNION ALL
            SELECT e.id FROM clients.client e WHERE e.entered_by = {Parameter("me", staff.Id!.Value.Value)}
            AND NOT EXISTS (SELECT 1 FROM cases.section s WHERE s.client_id = e.id)
            """;
    }

    private static Guid[] Ids(IReadOnlyList<Kernel.Ids.OfficeId> offices) => [.. offices.Select(o => o.Value)];

    private void ByOwner(string rank, string why, string detail, string from) =>
        Add("x.client_id", $"{rank}, {why}, {detail}", from, rank);

    private void Add(string client, string columns, string from, string order)
    {
        _found.Append(_found.Length == 0 ? "" : "\nUNION ALL\n");
        _found.Append($"(SELECT {client}, {columns} FROM {from}");
        _found.Append(_scope is null ? "" : $" AND {client} IN ({_scope})");
        // A constant in ORDER BY is refused; the names are put in order by the index then.
        var named =
            from.StartsWith("clients.client ", StringComparison.Ordinal)
            || from.StartsWith("clients.client_name ", StringComparison.Ordinal);
        _found.Append(named ? $" ORDER BY {(order == "2.0" ? "" : order + ", ")}x.name_key" : "");
        _found.Append(
            named && client == "x.id" ? $" LIMIT {_limit})"
            : named ? $" LIMIT {_limit * 2})"
            : ")"
        );
    }

    private string Parameter(string name, object value)
    {
        if (!_parameters.Exists(p => p.ParameterName == name))
        {
            _parameters.Add(new NpgsqlParameter(name, value));
        }

        return "@" + name;
    }

    private static string Escaped(string part) =>
        part.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal);
}
