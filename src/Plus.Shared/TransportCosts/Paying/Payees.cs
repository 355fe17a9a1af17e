using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.TransportCosts.Paying;

/// <summary>An approved claim as who pays sees it: to whom, where to, how much in euro.</summary>
/// <param name="Account">Null once the person is erased.</param>
public sealed record Payee(Guid Claim, ClientId Client, string Name, string? Account, decimal Amount);

/// <summary>
/// What paying needs of clients, and no more: whoever pays reaches no client, so that the database gives it by functions of
/// its own. Clients who are closed to the person are left out.
/// </summary>
internal sealed class Payees(PlusDb db)
{
    /// <summary>How many approved claims are on no list, and their sum in euro.</summary>
    public async Task<(int Claims, decimal Sum)> WaitingAsync(CancellationToken ct)
    {
        var found = await db
            .Database.SqlQuery<Sums>(
                $"""
                SELECT count(*)::integer AS "Claims", coalesce(sum(p.amount), 0) AS "Amount" FROM transport_costs.payable() p
                """
            )
            .ToListAsync(ct);
        return (found[0].Claims, found[0].Amount);
    }

    /// <summary>Puts what waits on a list that is written already, in the same transaction.</summary>
    public async Task<(int Claims, decimal Sum)> PutAsync(Guid list, CancellationToken ct)
    {
        var put = await db
            .Database.SqlQuery<Sums>(
                $"""
                SELECT p.claims AS "Claims", p.amount AS "Amount" FROM transport_costs.put_on_list({list}) p
                """
            )
            .ToListAsync(ct);
        return (put[0].Claims, put[0].Amount);
    }

    /// <summary>Who is paid by a list, in the order of their claims.</summary>
    public async Task<IReadOnlyList<Payee>> OnAsync(Guid list, CancellationToken ct)
    {
        var rows = await db
            .Database.SqlQuery<Row>(
                $"""
                SELECT p.claim_id AS "Claim", p.client_id AS "Client", p.name AS "Name", p.account AS "Account", p.amount AS "Amount"
                FROM transport_costs.payees({list}) p
                """
            )
            .ToListAsync(ct);
        return [.. rows.Select(r => new Payee(r.Claim, new ClientId(r.Client), r.Name, r.Account, r.Amount))];
    }

    private sealed record Sums(int Claims, decimal Amount);

    private sealed record Row(Guid Claim, Guid Client, string Name, string? Account, decimal Amount);
}
