using System.Globalization;
using Plus.Host.Demo.Storage;
using Plus.Kernel.Ids;
using Plus.Law.Rehabilitation;
using Plus.Law.Rules;
using Plus.Shared.Support.Records;

namespace Plus.Host.Demo.Records;

/// <summary>Invoices of providers for the months behind.</summary>
internal sealed class SupportInvoices(CopyStore store, DateOnly today, StaffId accountant)
{
    /// <summary>
    /// Invoices of the months behind: paid, but for the last two months. Of the last one every other provider has not sent
    /// its invoice yet, and what came asks for a day too many; of the one before one waits for the payment.
    /// </summary>
    public void Write(IEnumerable<(ProviderContract Contract, RehabilitationReferral Referral)> stays)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        foreach (var (group, n) in stays.GroupBy(s => s.Contract).Select((g, n) => (g, n)))
        {
            var lines = group
                .SelectMany(s =>
                    Cofinancing
                        .Received(
                            new Stay(
                                s.Referral.EnteredOn!.Value,
                                s.Referral.LeftOn,
                                s.Referral.Price,
                                s.Referral.PaidInFull,
                                []
                            ),
                            DateOnly.MinValue,
                            today,
                            LegalParameters.Embedded
                        )
                        .Days.Select(d => (s.Referral.Number, Month: new DateOnly(d.Day.Year, d.Day.Month, 1), d.Pay))
                )
                .GroupBy(l => l.Month)
                .Where(g => g.Key < month)
                .OrderBy(g => g.Key)
                .ToList();
            foreach (var bill in lines.Where(l => n % 2 == 0 || l.Key.AddMonths(1) < month))
            {
                var behind = (month.Year * 12) + month.Month - (bill.Key.Year * 12) - bill.Key.Month;
                Invoice(group.Key, bill.Key, bill.Select(l => (l.Number, l.Pay)), behind);
            }
        }
    }

    private void Invoice(
        ProviderContract contract,
        DateOnly month,
        IEnumerable<(string Number, decimal Pay)> days,
        int monthsBehind
    )
    {
        var last = monthsBehind == 1;
        var issued = month.AddMonths(1);
        var invoice = new ProviderInvoice(
            contract.Id,
            month,
            string.Create(CultureInfo.InvariantCulture, $"R-{month:yyyyMM}"),
            issued,
            issued.AddDays(1) < today ? issued.AddDays(1) : today
        );
        var sums = days.GroupBy(d => d.Number, StringComparer.Ordinal)
            .Select(g => (g.Key, Units: g.Count(), Euro: g.Sum(d => d.Pay), Day: g.First().Pay))
            .ToList();
        foreach (var (number, units, euro, day) in sums)
        {
            store.Add(new InvoiceLine(invoice.Id, number, last ? units + 1 : units, last ? euro + day : euro));
        }

        if (!last)
        {
            invoice.Accept(sums.Sum(s => s.Euro), null, issued.AddDays(4), accountant);
            if (monthsBehind > 2)
            {
                invoice.Pay(issued.AddDays(9), string.Create(CultureInfo.InvariantCulture, $"MU-{issued:yyMM}"));
            }
        }

        store.Add(invoice);
    }
}
