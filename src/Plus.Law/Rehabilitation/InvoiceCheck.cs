namespace Plus.Law.Rehabilitation;

/// <summary>Days or sessions and their money under the number of one referral.</summary>
public sealed record ReferralSum(string Number, int Units, decimal Euro);

/// <summary>What a provider asks for a referral beside what was reckoned here. Zero where one side knows nothing of it.</summary>
public sealed record InvoiceDifference(
    string Number,
    int BilledUnits,
    decimal BilledEuro,
    int ReckonedUnits,
    decimal ReckonedEuro
)
{
    public int Units => BilledUnits - ReckonedUnits;

    public decimal Euro => BilledEuro - ReckonedEuro;

    public bool Differs => Units != 0 || Euro != 0;
}

/// <summary>Puts an invoice beside the month's statement, referral by referral.</summary>
public static class InvoiceCheck
{
    /// <summary>Every referral that stands on either side, by number. The differences add up to that of the sums.</summary>
    public static IReadOnlyList<InvoiceDifference> Compare(
        IEnumerable<ReferralSum> billed,
        IEnumerable<ReferralSum> reckoned
    )
    {
        var asked = billed
            .GroupBy(b => b.Number, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, Sum, StringComparer.Ordinal);
        var own = reckoned
            .GroupBy(r => r.Number, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, Sum, StringComparer.Ordinal);
        return
        [
            .. asked
                .Keys.Union(own.Keys, StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
                .Select(number =>
                {
                    var (billedUnits, billedEuro) = asked.GetValueOrDefault(number);
                    var (ownUnits, ownEuro) = own.GetValueOrDefault(number);
                    return new InvoiceDifference(number, billedUnits, billedEuro, ownUnits, ownEuro);
                }),
        ];

        static (int Units, decimal Euro) Sum(IEnumerable<ReferralSum> lines) =>
            (lines.Sum(l => l.Units), lines.Sum(l => l.Euro));
    }
}
