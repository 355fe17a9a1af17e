using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;

namespace Plus.Kernel.Audit;

/// <summary>Writes who was shown whose data, before anything is shown. If it cannot be written the page fails.</summary>
public sealed class ViewLog(PlusDb db, StaffAccessor staff, PlusClock clock)
{
    /// <summary>One client's record is shown.</summary>
    public Task ConsultAsync(string part, ClientId client, SectionId? section = null, CancellationToken ct = default) =>
        WriteAsync(ViewKind.Consult, part, [client.Value], section, ct);

    /// <summary>A list is shown: one event with everyone in it. An empty list is nobody's data and is not logged.</summary>
    public Task ListAsync(string part, IEnumerable<ClientId> clients, CancellationToken ct = default) =>
        WriteManyAsync(ViewKind.List, part, clients, ct);

    /// <summary>A search was answered.</summary>
    public Task SearchAsync(string part, IEnumerable<ClientId> clients, CancellationToken ct = default) =>
        WriteManyAsync(ViewKind.Search, part, clients, ct);

    /// <summary>Data leave as a file, a print or an answer of the API.</summary>
    public Task DiscloseAsync(string part, IEnumerable<ClientId> clients, CancellationToken ct = default) =>
        WriteManyAsync(ViewKind.Disclose, part, clients, ct);

    private Task WriteManyAsync(ViewKind kind, string part, IEnumerable<ClientId> clients, CancellationToken ct)
    {
        var ids = clients.Select(c => c.Value).Distinct().ToArray();
        return ids.Length == 0 ? Task.CompletedTask : WriteAsync(kind, part, ids, null, ct);
    }

    private Task WriteAsync(ViewKind kind, string part, Guid[] clients, SectionId? section, CancellationToken ct) =>
        ViewWriter.InsertAsync(
            db,
            new ViewRow
            {
                At = clock.Now,
                ActorId = staff.Current.Id,
                Kind = kind,
                Part = part,
                Clients = clients,
                SectionId = section,
                Purpose = clients is [var one] ? staff.Current.OpenedFor.GetValueOrDefault(new ClientId(one)) : null,
                Source = staff.Source,
            },
            ct
        );
}
