using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Law.Rehabilitation;
using Plus.Law.Rules;
using Plus.Shared.Rules.Current;
using Plus.Shared.Support.Records;

namespace Plus.Shared.Support.Settling;

/// <summary>What a month's statement says of one referral.</summary>
/// <param name="Units">Days received or consultations held.</param>
/// <param name="Price">The provider's whole price of them, in EUR.</param>
/// <param name="Euro">What the Service pays of it.</param>
/// <param name="Expelled">The client was expelled on the last day.</param>
public sealed record StatementLine(
    string Number,
    DateOnly First,
    DateOnly Last,
    int Units,
    decimal Price,
    decimal Euro,
    bool Expelled
);

/// <summary>Where the money of a contract stands today, in EUR.</summary>
/// <param name="Reckoned">What was received so far is worth.</param>
/// <param name="Owed">Accepted and not paid yet.</param>
public sealed record ContractBudget(decimal Amount, decimal Reckoned, decimal Owed, decimal Paid)
{
    /// <summary>What can still be received under the contract.</summary>
    public decimal Left => Amount - Reckoned;
}

/// <summary>
/// Reckons contracts from all their referrals, whoever's they are. It tells numbers of referrals, days and money, and
/// nothing of people.
/// </summary>
internal sealed class ContractMoney(PlusDb db, CurrentRules rules, StaffAccessor staff)
{
    /// <summary>Lines of a month up to a day, by number.</summary>
    public async Task<IReadOnlyList<StatementLine>> MonthAsync(
        ProviderContract contract,
        DateOnly month,
        DateOnly upTo,
        CancellationToken ct
    )
    {
        var last = month.AddMonths(1).AddDays(-1);
        var all = await LinesAsync([contract], month, last < upTo ? last : upTo, ct);
        return [.. all[contract.Id].OrderBy(l => l.Number, StringComparer.Ordinal)];
    }

    /// <summary>First days of the months in which something was received, the latest first.</summary>
    public async Task<IReadOnlyList<(DateOnly Month, int Referrals, decimal Euro)>> MonthsAsync(
        ProviderContract contract,
        DateOnly upTo,
        CancellationToken ct
    )
    {
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        var sums = new SortedDictionary<DateOnly, (HashSet<string> Numbers, decimal Euro)>();
        void Add(string number, DateOnly day, decimal euro)
        {
            var month = new DateOnly(day.Year, day.Month, 1);
            var (numbers, sum) = sums.GetValueOrDefault(month, ([], 0));
            numbers.Add(number);
            sums[month] = (numbers, sum + euro);
        }

        foreach (var (number, stay) in await StaysAsync([contract.Id], ct))
        {
            foreach (var day in Cofinancing.Received(stay.Facts, contract.From, upTo, parameters).Days)
            {
                Add(number, day.Day, day.Pay);
            }
        }

        foreach (var session in await SessionsAsync([contract.Id], contract.From, upTo, ct))
        {
            Add(session.Number, session.HeldOn, session.Price);
        }

        return [.. sums.Reverse().Select(s => (s.Key, s.Value.Numbers.Count, s.Value.Euro))];
    }

    /// <summary>Budgets of contracts by their id.</summary>
    public async Task<IReadOnlyDictionary<Guid, ContractBudget>> BudgetsAsync(
        IReadOnlyList<ProviderContract> contracts,
        DateOnly upTo,
        CancellationToken ct
    )
    {
        var ids = contracts.Select(c => c.Id).ToList();
        var lines = await LinesAsync(contracts, DateOnly.MinValue, upTo, ct);
        var invoices = await db.Set<ProviderInvoice>()
            .AsNoTracking()
            .Where(i => ids.Contains(i.ContractId) && i.Owed != null)
            .Select(i => new
            {
                i.ContractId,
                i.State,
                i.Owed,
            })
            .ToListAsync(ct);
        return contracts.ToDictionary(
            c => c.Id,
            c => new ContractBudget(
                c.Amount,
                lines[c.Id].Sum(l => l.Euro),
                invoices
                    .Where(i => i.ContractId == c.Id && i.State == ProviderInvoice.Accepted)
                    .Sum(i => i.Owed!.Value),
                invoices.Where(i => i.ContractId == c.Id && i.State == ProviderInvoice.Paid).Sum(i => i.Owed!.Value)
            )
        );
    }

    /// <summary>The first month from a day on whose invoice is accepted or paid, so that its days stay as they are.</summary>
    public async Task<DateOnly?> SettledAsync(Guid contract, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var first = new DateOnly(from.Year, from.Month, 1);
        var settled = await db.Set<ProviderInvoice>()
            .Where(i => i.ContractId == contract && i.Month >= first && i.Month <= to && i.Owed != null)
            .OrderBy(i => i.Month)
            .Select(i => (DateOnly?)i.Month)
            .FirstOrDefaultAsync(ct);
        return settled;
    }

    /// <summary>Clients who stay under a contract now, and who wait for a place.</summary>
    public async Task<(int Staying, IReadOnlyList<WaitingReferral> Waiting)> PlacesAsync(
        Guid contract,
        CancellationToken ct
    )
    {
        using (staff.AsSystem("places of providers"))
        {
            var live = await db.Set<RehabilitationReferral>()
                .AsNoTracking()
                .Where(r => r.ContractId == contract && r.LeftOn == null && r.CancelledOn == null)
                .ToListAsync(ct);
            return (live.Count(r => r.Stays), [.. live.Where(r => r.Waits).Select(r => r.Waiting)]);
        }
    }

    private async Task<Dictionary<Guid, List<StatementLine>>> LinesAsync(
        IReadOnlyList<ProviderContract> contracts,
        DateOnly from,
        DateOnly to,
        CancellationToken ct
    )
    {
        var parameters = (await rules.ReadAsync(ct)).Parameters;
        var ids = contracts.Select(c => c.Id).ToList();
        var lines = ids.ToDictionary(id => id, _ => new List<StatementLine>());
        foreach (var (number, stay) in await StaysAsync(ids, ct))
        {
            var days = Cofinancing.Received(stay.Facts, from, to, parameters).Days;
            if (days.Count > 0)
            {
                var expelled = stay.Expelled && stay.Facts.LeftOn >= from && stay.Facts.LeftOn <= to;
                lines[stay.Contract]
                    .Add(
                        new StatementLine(
                            number,
                            days[0].Day,
                            days[^1].Day,
                            days.Count,
                            days.Sum(d => d.Price),
                            days.Sum(d => d.Pay),
                            expelled
                        )
                    );
            }
        }

        foreach (
            var group in (await SessionsAsync(ids, from, to, ct)).GroupBy(s => (s.Contract, s.Number)).Select(g => g)
        )
        {
            lines[group.Key.Contract]
                .Add(
                    new StatementLine(
                        group.Key.Number,
                        group.Min(s => s.HeldOn),
                        group.Max(s => s.HeldOn),
                        group.Count(),
                        group.Sum(s => s.Price + s.ClientShare),
                        group.Sum(s => s.Price),
                        false
                    )
                );
        }

        return lines;
    }

    private async Task<List<(string Number, (Guid Contract, Stay Facts, bool Expelled) Stay)>> StaysAsync(
        List<Guid> contracts,
        CancellationToken ct
    )
    {
        using (staff.AsSystem("settling with providers"))
        {
            var stays = await db.Set<RehabilitationReferral>()
                .AsNoTracking()
                .Where(r => contracts.Contains(r.ContractId) && r.EnteredOn != null)
                .ToListAsync(ct);
            var ids = stays.ConvertAll(s => s.Id);
            var absences =
                ids.Count == 0
                    ? []
                    : await db.Set<StayAbsence>().AsNoTracking().Where(a => ids.Contains(a.ReferralId)).ToListAsync(ct);
            return stays.ConvertAll(s =>
                (
                    s.Number,
                    (
                        s.ContractId,
                        StayFacts.Of(s, absences.Where(a => a.ReferralId == s.Id)),
                        s.Leaving == SupportKinds.Expelled
                    )
                )
            );
        }
    }

    private async Task<List<SessionSum>> SessionsAsync(
        List<Guid> contracts,
        DateOnly first,
        DateOnly last,
        CancellationToken ct
    )
    {
        using (staff.AsSystem("settling with providers"))
        {
            return await (
                from s in db.Set<ConsultationSession>().AsNoTracking()
                join c in db.Set<Consultation>() on s.ConsultationId equals c.Id
                where contracts.Contains(c.ContractId) && s.Attended && s.HeldOn >= first && s.HeldOn <= last
                select new SessionSum(c.ContractId, c.Number, s.HeldOn, s.Price, c.ClientShare ?? 0)
            ).ToListAsync(ct);
        }
    }

    private sealed record SessionSum(Guid Contract, string Number, DateOnly HeldOn, decimal Price, decimal ClientShare);
}
