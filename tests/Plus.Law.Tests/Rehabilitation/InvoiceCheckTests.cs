using FsCheck;
using FsCheck.Fluent;
using Plus.Law.Rehabilitation;

namespace Plus.Law.Tests.Rehabilitation;

public sealed class InvoiceCheckTests
{
    [Fact]
    public void Compare_WhatIsAskedAndReckoned_ShowsEachReferralOfEitherSide()
    {
        var lines = InvoiceCheck.Compare(
            [new("SR-A", 10, 175m), new("SR-X", 1, 17.50m)],
            [new("SR-A", 10, 162.50m), new("SR-B", 3, 42m)]
        );

        Assert.Equal(
            [
                new InvoiceDifference("SR-A", 10, 175m, 10, 162.50m),
                new InvoiceDifference("SR-B", 0, 0, 3, 42m),
                new InvoiceDifference("SR-X", 1, 17.50m, 0, 0),
            ],
            lines
        );
        Assert.Equal([12.50m, -42m, 17.50m], lines.Select(l => l.Euro));
        Assert.All(lines, l => Assert.True(l.Differs));
    }

    [Fact]
    public void Compare_WithItself_HasNoDifference_AndLinesOfOneReferralAreAddedUp() =>
        Prop.ForAll(
                Days.Numbers(0, 40),
                Days.Numbers(1, 5_000),
                (count, cents) =>
                {
                    List<ReferralSum> lines =
                    [
                        .. Enumerable
                            .Range(0, count)
                            .Select(i => new ReferralSum("SR-" + (i % 7), i, i * cents / 100m)),
                    ];
                    var same = InvoiceCheck.Compare(lines, lines.AsEnumerable().Reverse());
                    var alone = InvoiceCheck.Compare(lines, []);
                    return same.All(l => !l.Differs)
                        && same.Count == Math.Min(count, 7)
                        && alone.Sum(l => l.Euro) == lines.Sum(l => l.Euro);
                }
            )
            .QuickCheckThrowOnFailure();
}
