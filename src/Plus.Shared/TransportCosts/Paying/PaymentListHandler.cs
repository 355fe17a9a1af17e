using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.TransportCosts.Records;

namespace Plus.Shared.TransportCosts.Paying;

/// <summary>Puts every approved claim that was not paid yet on a list.</summary>
internal sealed class PaymentListHandler(
    PlusDb db,
    Payees payees,
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
        var (count, sum) = await payees.WaitingAsync(ct);
        if (count == 0)
        {
            return new NothingToPay();
        }

        var list = new PaymentList(clock.Now, staff.Current.Id, count, sum);
        db.Add(list);
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

        // A claim that was approved in between would stand on the list and not in its sum.
        if (await payees.PutAsync(list.Id, ct) != (count, sum))
        {
            return new ChangedMeanwhile();
        }

        await transaction.CommitAsync(ct);
        return list.Id;
    }
}

/// <summary>Nothing was approved since the last list.</summary>
internal sealed record NothingToPay() : Refusal("transportCosts.refusal.nothingToPay");
