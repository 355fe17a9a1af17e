using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.TransportCosts.Claiming;
using Plus.Shared.TransportCosts.Records;

namespace Plus.Shared.TransportCosts.Paying;

/// <summary>Puts every approved claim that was not paid yet on a list.</summary>
internal sealed class PaymentListHandler(
    PlusDb db,
    ClaimReader reader,
    Processes processes,
    StaffAccessor staff,
    PlusClock clock
)
{
    public async Task<Outcome<Guid>> MakeAsync(CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // One list at a time: no claim comes on two.
        await db.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock(hashtext('transport_costs.payment_list'))",
            ct
        );
        var claims = await reader
            .Within(TransportCostsModule.Pay)
            .Where(c => c.ApprovedAmount > 0 && c.ListId == null)
            .ToListAsync(ct);
        if (claims.Count == 0)
        {
            return new NothingToPay();
        }

        var list = new PaymentList(clock.Now, staff.Current.Id, claims.Count, claims.Sum(c => c.ApprovedAmount!.Value));
        db.Add(list);
        claims.ForEach(c => c.PaidBy(list));
        var done = await processes.CommitAsync(
            new ProcessStart(TransportCostsModule.Listed)
            {
                Subject = list.Id,
                Values = new Dictionary<string, object?> { ["count"] = list.Count, ["sum"] = list.Sum },
            },
            ct
        );
        if (!done.Done)
        {
            return done.Refusal;
        }

        await transaction.CommitAsync(ct);
        return list.Id;
    }
}

/// <summary>Nothing was approved since the last list.</summary>
internal sealed record NothingToPay() : Refusal("transportCosts.refusal.nothingToPay");
