using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;

namespace Plus.Kernel.Audit;

/// <summary>Writes who was shown whose data, before anything is shown. If it cannot be written the page fails.</summary>
public sealed class ViewLog(PlusDb db, StaffAccessor staff, PlusClock clock)
{
    private const string Alarm = "alarm";

    /// <summary>How long a stated purpose holds: the day in Riga, so that it is asked once a day and client.</summary>
    private DateTimeOffset Since => PlusClock.InstantOf(clock.Today, TimeOnly.MinValue);

    /// <summary>One client's record is shown, for the purpose that was stated or because the case is one's own.</summary>
    /// <exception cref="PurposeNeededException">Nobody said for what; nothing may be shown.</exception>
    public Task ConsultAsync(string part, ClientId client, SectionId? section = null, CancellationToken ct = default) =>
        WriteOneAsync(ViewKind.Consult, part, client, section, ct);

    /// <summary>What an open alarm tells is shown to who watches: the alarm is the purpose, and nothing is asked.</summary>
    public Task AnswerAsync(string part, ClientId client, SectionId? section = null, CancellationToken ct = default) =>
        ViewWriter.InsertAsync(db, Row(ViewKind.Consult, part, [client.Value], section, Alarm), ct);

    /// <summary>Data of one client leave as a file or a print, as <see cref="ConsultAsync"/> shows them.</summary>
    /// <exception cref="PurposeNeededException">Nobody said for what; nothing may leave.</exception>
    public Task HandOutAsync(string part, ClientId client, SectionId? section = null, CancellationToken ct = default) =>
        WriteOneAsync(ViewKind.Disclose, part, client, section, ct);

    /// <summary>A list is shown: one event with everyone in it. An empty list is nobody's data and is not logged.</summary>
    public Task ListAsync(string part, IEnumerable<ClientId> clients, CancellationToken ct = default) =>
        WriteManyAsync(ViewKind.List, part, clients, ct);

    /// <summary>A search was answered.</summary>
    public Task SearchAsync(string part, IEnumerable<ClientId> clients, CancellationToken ct = default) =>
        WriteManyAsync(ViewKind.Search, part, clients, ct);

    /// <summary>Data leave as a file, a print or an answer of the API.</summary>
    public Task DiscloseAsync(string part, IEnumerable<ClientId> clients, CancellationToken ct = default) =>
        WriteManyAsync(ViewKind.Disclose, part, clients, ct);

    private async Task WriteOneAsync(
        ViewKind kind,
        string part,
        ClientId client,
        SectionId? section,
        CancellationToken ct
    )
    {
        var row = Row(kind, part, [client.Value], section);
        if (row.Purpose is not null || row.ActorId is null)
        {
            await ViewWriter.InsertAsync(db, row, ct);
            return;
        }

        if (!await ViewWriter.InsertForPurposeAsync(db, row, Since, ct))
        {
            throw new PurposeNeededException(client);
        }
    }

    private Task WriteManyAsync(ViewKind kind, string part, IEnumerable<ClientId> clients, CancellationToken ct)
    {
        var ids = clients.Select(c => c.Value).Distinct().ToArray();
        return ids.Length == 0 ? Task.CompletedTask : WriteAsync(kind, part, ids, null, ct);
    }

    private Task WriteAsync(ViewKind kind, string part, Guid[] clients, SectionId? section, CancellationToken ct) =>
        ViewWriter.InsertAsync(db, Row(kind, part, clients, section), ct);

    private ViewRow Row(ViewKind kind, string part, Guid[] clients, SectionId? section, string? purpose = null) =>
        new()
        {
            At = clock.Now,
            ActorId = staff.Current.Id,
            Kind = kind,
            Part = part,
            Clients = clients,
            SectionId = section,
            Purpose =
                purpose
                ?? (clients is [var one] ? staff.Current.OpenedFor.GetValueOrDefault(new ClientId(one)) : null)
                ?? staff.Current.Purpose,
            Source = staff.Source,
        };
}
