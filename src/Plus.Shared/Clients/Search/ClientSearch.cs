using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Clients.Search;

/// <summary>
/// Finds clients by what was typed in the one search box. Only clients within reach leave this class, and every answer
/// is one audit event that names everyone in it.
/// </summary>
public sealed class ClientSearch(PlusDb db, StaffAccessor staff, ViewLog views)
{
    /// <summary>Looks for clients and logs the answer; at most <paramref name="limit"/> of them, best first.</summary>
    /// <param name="terms">What was typed.</param>
    /// <param name="permission">The permission whose reach applies, also the part named in the audit.</param>
    public async Task<IReadOnlyList<FoundClient>> FindAsync(
        SearchTerms terms,
        string permission,
        int limit,
        CancellationToken ct
    )
    {
        if (terms.IsEmpty || staff.Current.ScopeOf(permission) == AccessScope.None)
        {
            return [];
        }

        var found = await ReadAsync(terms, permission, limit, ct);
        await views.SearchAsync(permission, found.Select(f => f.Id), ct);
        return found;
    }

    private async Task<List<FoundClient>> ReadAsync(
        SearchTerms terms,
        string permission,
        int limit,
        CancellationToken ct
    )
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = SearchSql.Build(db, terms, staff.Current, permission, limit);
            var found = new List<FoundClient>();
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                found.Add(
                    new FoundClient(
                        new ClientId(reader.GetGuid(0)),
                        reader.GetString(1),
                        reader.GetString(2),
                        reader.GetFieldValue<DateOnly>(3),
                        reader.GetString(4),
                        reader.IsDBNull(5) ? null : reader.GetString(5),
                        reader.IsDBNull(6) ? null : reader.GetString(6),
                        reader.GetFieldValue<string[]>(7)
                    )
                );
            }

            return found;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }
}

/// <summary>A client in the answer of a search.</summary>
/// <param name="Why">By what: identifier, ruling, proceeding, case, reach, name, earlierName.</param>
/// <param name="Detail">What was met, when the name shown does not show it: the client's own code, number, earlier name.</param>
/// <param name="CaseNumber">Null while there is no case.</param>
/// <param name="OpenMeasures">Measure codes of the open sections.</param>
public sealed record FoundClient(
    ClientId Id,
    string GivenName,
    string Surname,
    DateOnly BirthDate,
    string Why,
    string? Detail,
    string? CaseNumber,
    IReadOnlyList<string> OpenMeasures
);
