using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.MailRoom.Lists;

namespace Plus.Shared.MailRoom.Searching;

/// <summary>Finds files by their words. Only what lies within reach leaves this class, and who is in the answer is logged.</summary>
internal sealed class TextSearch(PlusDb db, StaffAccessor staff, ViewLog views)
{
    // The records are joined under the database's policies, whatever the function gave.
    private const string Sql = """
        SELECT i.id, i.number, i.subject, i.received_on, i.client_id, f.name, s.met
        FROM mailroom.search_texts(@asked, @everywhere, @offices, @managers, @most) s
        JOIN mailroom.incoming_file f ON f.id = s.incoming_file
        JOIN mailroom.incoming i ON i.id = f.incoming_id
        ORDER BY s.rank DESC, f.id
        """;

    public async Task<IReadOnlyList<FoundText>> FindAsync(string question, int most, CancellationToken ct)
    {
        var scope = staff.Current.ScopeOf(MailRoomPermissions.View);
        if (scope == AccessScope.None)
        {
            return [];
        }

        var found = new List<FoundText>();
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = db.ReachedCommand(Sql);
            command.Parameters.AddWithValue("asked", question);
            command.Parameters.AddWithValue("everywhere", scope == AccessScope.Service);
            var offices = IncomingScope.OfficesOf(staff.Current, MailRoomPermissions.View);
            command.Parameters.AddWithValue("offices", offices.Select(o => o.Value).ToArray());
            command.Parameters.AddWithValue("managers", staff.Current.Reach.Managers.Select(m => m.Value).ToArray());
            command.Parameters.AddWithValue("most", most);
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
            {
                found.Add(
                    new FoundText(
                        reader.GetGuid(0),
                        reader.GetString(1),
                        reader.GetString(2),
                        reader.GetFieldValue<DateOnly>(3),
                        reader.IsDBNull(4) ? null : new ClientId(reader.GetGuid(4)),
                        reader.GetString(5),
                        MetText.Of(reader.GetString(6))
                    )
                );
            }
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }

        await views.SearchAsync(
            MailRoomPermissions.View,
            found.Where(f => f.Client is not null).Select(f => f.Client!.Value),
            ct
        );
        return found;
    }
}

/// <summary>A file whose words met the question.</summary>
/// <param name="Met">Where they met.</param>
internal sealed record FoundText(
    Guid Item,
    string Number,
    string Subject,
    DateOnly ReceivedOn,
    ClientId? Client,
    string File,
    IReadOnlyList<MetText> Met
);

/// <summary>A piece of text, met by the question or beside it.</summary>
internal sealed record MetText(string Text, bool Met)
{
    /// <summary>Takes apart what the database marked.</summary>
    public static IReadOnlyList<MetText> Of(string marked)
    {
        var pieces = new List<MetText>();
        foreach (var piece in marked.Split('\u27E6'))
        {
            var parts = piece.Split('\u27E7', 2);
            if (parts.Length == 2)
            {
                pieces.Add(new MetText(parts[0], true));
            }

            if (parts[^1].Length > 0)
            {
                pieces.Add(new MetText(parts[^1], false));
            }
        }

        return pieces;
    }
}
