using Npgsql;
using NpgsqlTypes;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;

namespace Plus.Shared.Clients.Search;

/// <summary>
/// The statement of a search: <c>clients.search</c> finds ids within reach by the indexes, and the records are joined
/// under the database's policies. Ranks: 0 code or number, 1 whole name, 2 start of the surname, 3 start of another part
/// of the name, 4 within; an earlier name stands half a rank behind.
/// </summary>
internal static class SearchSql
{
    private const string Sql = """
        WITH best AS (
            SELECT DISTINCT ON (f.client_id) f.client_id, f.rank, f.why, f.detail
            FROM clients.search(@number, @code, @case, @reach, @parts, @whole, @long, @born, @most,
                                @everywhere, @offices, @managers) f
            ORDER BY f.client_id, f.rank
        )
        SELECT c.id, c.given_name, c.surname, c.birth_date, b.why, b.detail, k.number,
               ARRAY(SELECT DISTINCT m.measure FROM cases.section m
                     WHERE m.client_id = c.id AND m.closed_on IS NULL AND m.annulled_on IS NULL ORDER BY 1)
        FROM best b
        JOIN clients.client c ON c.id = b.client_id AND c.merged_into IS NULL
        LEFT JOIN cases.client_case k ON k.client_id = c.id
        ORDER BY b.rank, c.name_key, c.id
        LIMIT @most
        """;

    public static NpgsqlCommand Build(PlusDb db, SearchTerms terms, CurrentStaff staff, string permission, int limit)
    {
        var command = db.ReachedCommand(Sql);
        var parts = terms.NameParts;
        Text("number", terms.Number);
        Text("code", terms.CodeStart);
        Text("case", terms.CaseNumber);
        Text("reach", terms.Reach);
        // The longest piece first: it finds the fewest.
        command.Parameters.AddWithValue("parts", parts.OrderByDescending(p => p.Length).Select(Escaped).ToArray());
        string[] whole = [string.Join(' ', parts), string.Join(' ', parts.Reverse())];
        command.Parameters.AddWithValue("whole", whole);
        command.Parameters.AddWithValue("long", parts.Any(p => p.Length >= SearchTerms.ShortestPart));
        command.Parameters.Add(
            new NpgsqlParameter("born", NpgsqlDbType.Date) { Value = (object?)terms.BirthDate ?? DBNull.Value }
        );
        command.Parameters.AddWithValue("most", limit);
        var scope = staff.ScopeOf(permission);
        command.Parameters.AddWithValue("everywhere", scope == AccessScope.Service);
        var offices = scope switch
        {
            AccessScope.Region => staff.RegionOffices,
            AccessScope.Office => staff.Offices,
            _ => [],
        };
        command.Parameters.AddWithValue("offices", offices.Select(o => o.Value).ToArray());
        command.Parameters.AddWithValue("managers", staff.Reach.Managers.Select(m => m.Value).ToArray());
        return command;

        void Text(string name, string? value) =>
            command.Parameters.Add(
                new NpgsqlParameter(name, NpgsqlDbType.Text) { Value = (object?)value ?? DBNull.Value }
            );
    }

    private static string Escaped(string part) =>
        part.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace("%", @"\%", StringComparison.Ordinal)
            .Replace("_", @"\_", StringComparison.Ordinal);
}
