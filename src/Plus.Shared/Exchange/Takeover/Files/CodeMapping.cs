using Npgsql;
using Plus.Kernel.Ids;
using Plus.Shared.Exchange.Takeover.Contract;
using Plus.Shared.Exchange.Takeover.Reading;

namespace Plus.Shared.Exchange.Takeover.Files;

/// <summary>The old system's codes of offices and officers, and what each is in PLUS.</summary>
internal sealed class CodeMapping
{
    private CodeMapping(IReadOnlyDictionary<string, OfficeId> offices, IReadOnlyDictionary<string, StaffId?> staff) =>
        (Offices, Staff) = (offices, staff);

    public IReadOnlyDictionary<string, OfficeId> Offices { get; }

    /// <summary>Null for an officer who is known to have no log-in.</summary>
    public IReadOnlyDictionary<string, StaffId?> Staff { get; }

    /// <exception cref="TakeoverRefusedException">A mapping is missing, broken, or names what PLUS does not have.</exception>
    public static async Task<CodeMapping> ReadAsync(
        string folder,
        TakeoverManifest manifest,
        NpgsqlConnection connection,
        CancellationToken ct
    )
    {
        var offices = await PairsAsync(folder, manifest, TakeoverContract.Offices, ct);
        var staff = await PairsAsync(folder, manifest, TakeoverContract.Staff, ct);
        var knownOffices = await IdsAsync(connection, "SELECT code, id FROM organisation.office", ct);
        var knownStaff = await IdsAsync(connection, "SELECT normalized_user_name, id FROM access.staff", ct);
        return new CodeMapping(
            offices.ToDictionary(
                p => p.Key,
                p => new OfficeId(Find(knownOffices, p.Value!, TakeoverRefusal.OfficeUnknown)),
                StringComparer.Ordinal
            ),
            staff.ToDictionary(
                p => p.Key,
                p =>
                    p.Value is { } user
                        ? new StaffId(Find(knownStaff, user.ToUpperInvariant(), TakeoverRefusal.StaffUnknown))
                        : (StaffId?)null,
                StringComparer.Ordinal
            )
        );
    }

    private static async Task<Dictionary<string, string?>> PairsAsync(
        string folder,
        TakeoverManifest manifest,
        TakeoverTable table,
        CancellationToken ct
    )
    {
        if (manifest.FileOf(table) is not { } named)
        {
            throw new TakeoverRefusedException(TakeoverRefusal.MappingMissing, table.Code);
        }

        var pairs = new Dictionary<string, string?>(StringComparer.Ordinal);
        await using var file = await TakeoverFile.OpenAsync(Path.Combine(folder, named.Name), table, 0, 0, ct);
        while (await file.NextAsync(1000, ct) is { Count: > 0 } rows)
        {
            foreach (var row in rows)
            {
                var checkedRow = RowCheck.Of(row, table, DateOnly.MaxValue);
                if (checkedRow.Reasons.Count > 0 || !pairs.TryAdd(checkedRow.Values[0]!, checkedRow.Values[1]))
                {
                    throw new TakeoverRefusedException(TakeoverRefusal.MappingBroken, $"{named.Name}: {row.Line}");
                }
            }
        }

        return pairs;
    }

    private static async Task<Dictionary<string, Guid>> IdsAsync(
        NpgsqlConnection connection,
        string sql,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        while (await reader.ReadAsync(ct))
        {
            ids.Add(reader.GetString(0), reader.GetGuid(1));
        }

        return ids;
    }

    private static Guid Find(Dictionary<string, Guid> known, string code, TakeoverRefusal missing) =>
        known.TryGetValue(code, out var id) ? id : throw new TakeoverRefusedException(missing, code);
}
