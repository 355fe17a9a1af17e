using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Clients.Data.Editing;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Clients.Data.Overview;

/// <summary>Ends what no longer holds (an address, a code, a phone, a person around the client), or changes a consent.</summary>
internal sealed class EndRowHandler(PlusDb db, ClientEditing editing, PlusClock clock)
{
    public static IReadOnlyList<string> Acts { get; } =
    ["address", "identifier", "reach", "related", "consent", "withdrawal"];

    public async Task<Outcome<Unit>> DoAsync(ClientId id, uint version, string act, Guid row, CancellationToken ct)
    {
        if (await editing.OpenAsync(id, ClientPermissions.Edit, version, ct) is not { } client)
        {
            return new NoSuchRecord();
        }

        var today = clock.Today;
        var done = act switch
        {
            "address" => await ActAsync<ClientAddress>(
                a => a.Id == row && a.ClientId == id && a.To == null,
                a => a.End(today),
                ct
            ),
            "identifier" => await ActAsync<ClientIdentifier>(
                i => i.Id == row && i.ClientId == id && i.To == null,
                i => i.End(today),
                ct
            ),
            "related" => await ActAsync<RelatedPerson>(
                p => p.Id == row && p.ClientId == id && p.To == null,
                p => p.End(today),
                ct
            ),
            "reach" => await ActAsync<ClientReach>(
                r => r.Id == row && r.ClientId == id && r.To == null,
                r => r.End(today),
                ct
            ),
            "consent" => await ActAsync<ClientReach>(
                r => r.Id == row && r.ClientId == id && r.To == null && r.Kind != ReachKind.Phone,
                r => r.Consent(today),
                ct
            ),
            "withdrawal" => await ActAsync<ClientReach>(
                r => r.Id == row && r.ClientId == id && r.ConsentOn != null && r.ConsentWithdrawnOn == null,
                r => r.WithdrawConsent(today),
                ct
            ),
            _ => false,
        };
        var type = act is "consent" or "withdrawal" ? ClientProcesses.ConsentChanged : ClientProcesses.RowEnded;
        return done
            ? await editing.CommitAsync(
                client,
                new ProcessStart(type)
                {
                    Subject = row,
                    Values = new Dictionary<string, object?> { ["what"] = act },
                },
                ct
            )
            : new NoSuchRecord();
    }

    private async Task<bool> ActAsync<T>(
        System.Linq.Expressions.Expression<Func<T, bool>> which,
        Action<T> act,
        CancellationToken ct
    )
        where T : class
    {
        var row = await db.Set<T>().SingleOrDefaultAsync(which, ct);
        if (row is not null)
        {
            act(row);
        }

        return row is not null;
    }
}
