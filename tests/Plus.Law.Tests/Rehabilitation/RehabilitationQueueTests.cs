using FsCheck;
using FsCheck.Fluent;
using Plus.Law.Rehabilitation;

namespace Plus.Law.Tests.Rehabilitation;

public sealed class RehabilitationQueueTests
{
    private static readonly WaitingReferral Early = Waiting(1, "01.03.2024", null, true);
    private static readonly WaitingReferral Late = Waiting(2, "05.03.2024", null, false);
    private static readonly WaitingReferral Released = Waiting(3, "07.03.2024", "06.03.2024", true);
    private static readonly WaitingReferral Housed = Waiting(4, "02.03.2024", "01.03.2024", false);

    [Fact]
    [Law("MK noteikumi Nr. 63 (2018)", "rehabilitation_queue")]
    public void Order_OfThoseWhoWait_HasTheReleasedWithoutAHomeFirst_ThenByDay()
    {
        Assert.Equal([Released, Early, Housed, Late], RehabilitationQueue.Order([Late, Early, Housed, Released]));
        Assert.True(RehabilitationQueue.HasPriority(Released));
        Assert.False(RehabilitationQueue.HasPriority(Housed));
        Assert.False(RehabilitationQueue.HasPriority(Early));
    }

    [Fact]
    [Law("MK noteikumi Nr. 63 (2018)", "rehabilitation_queue")]
    public void Before_SomebodyWithoutPriority_AreThoseWithIt_AndNobodyBeforeThem()
    {
        Assert.Equal([Released], RehabilitationQueue.Before(Early, [Late, Early, Released]));
        Assert.Empty(RehabilitationQueue.Before(Released, [Late, Early, Released]));
        Assert.Empty(RehabilitationQueue.Before(Late, [Late, Early, Housed]));
    }

    [Fact]
    public void Order_OfAnyHandingIn_IsTheSame() =>
        Prop.ForAll(
                Days.Numbers(0, 1_000),
                Days.Numbers(2, 12),
                (seed, count) =>
                {
                    var waiting = Enumerable
                        .Range(1, count)
                        .Select(i =>
                            Waiting(
                                i,
                                "01.03.2024",
                                (seed + i) % 3 == 0 ? "01.02.2024" : null,
                                (seed * i) % 2 == 0
                            ) with
                            {
                                ReferredOn = Days.D("01.03.2024").AddDays((seed * i) % 7),
                            }
                        )
                        .ToList();
                    return RehabilitationQueue
                        .Order(waiting)
                        .SequenceEqual(RehabilitationQueue.Order(waiting.AsEnumerable().Reverse()));
                }
            )
            .QuickCheckThrowOnFailure();

    private static WaitingReferral Waiting(int id, string referred, string? released, bool needsHousing) =>
        new(
            new Guid(id, 0, 0, new byte[8]),
            Days.D(referred),
            released is null ? null : Days.D(released),
            needsHousing
        );
}
