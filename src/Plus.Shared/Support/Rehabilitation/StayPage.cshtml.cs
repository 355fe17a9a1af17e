using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Time;
using Plus.Law.Rehabilitation;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Rules.Current;
using Plus.Shared.Support.Overview;
using Plus.Shared.Support.Records;
using Plus.Shared.Support.Settling;
using Plus.Web.Display;
using Plus.Web.Lists;

namespace Plus.Shared.Support.Rehabilitation;

/// <summary>Days that follow one another and are paid alike, as the page shows them.</summary>
internal sealed record DayStretch(DateOnly First, DateOnly Last, int Days, DayPay Pay, decimal Euro);

/// <summary>One stay: the referral, its days, and what the Service pays for each of them.</summary>
[RequiresPermission(SupportModule.View)]
internal sealed class StayPage(
    SectionReader reader,
    SupportReader support,
    ContractMoney money,
    CurrentRules rules,
    ViewLog views,
    SectionHead heading,
    StaffAccessor staff,
    PlusClock clock
) : StayFormPage(reader, support, views, heading)
{
    private readonly SupportReader _support = support;

    public IReadOnlyList<StayAbsence> Absences { get; private set; } = [];

    public CofinancedStay? Reckoned { get; private set; }

    /// <summary>Place in the queue of the provider, from one on.</summary>
    public int Place { get; private set; }

    public int Staying { get; private set; }

    public bool MayWork => staff.Current.May(SupportModule.Refer);

    protected override string Part => SupportModule.View;

    protected override string StepKey => "support.stay.head";

    protected override bool Fits => true;

    public IReadOnlyList<SummaryLine> Facts
    {
        get
        {
            var r = Referral;
            List<SummaryLine?> lines =
            [
                new(T["support.provider"], Stay.Provider),
                new(T["support.contract"], Stay.Contract.Number),
                new(T["support.funding"], T["support.funding." + Stay.Contract.Funding]),
                new(T["support.referredOn"], T.Write(r.ReferredOn)),
                new(T["support.stay.purpose"], r.Purpose),
                new(
                    T["support.priority"],
                    T[RehabilitationQueue.HasPriority(r.Waiting) ? "support.priority.yes" : "support.priority.no"]
                ),
                r.ReleasedOn is { } released ? new(T["support.stay.releasedOn"], T.Write(released)) : null,
                new(T["support.dayPrice"], T.Money(r.Price)),
                r.EnteredOn is { } entered ? new(T["support.enteredOn"], T.Write(entered)) : null,
                r.PassedOverReason is { } passed ? new(T["support.stay.passedOver"], passed) : null,
                r.LeftOn is { } left
                    ? new(
                        T["support.leftOn"],
                        T[
                            "support.leave.line",
                            ("day", left),
                            ("how", T["support.leave." + r.Leaving]),
                            ("note", r.LeavingNote)
                        ]
                    )
                    : null,
                r.CancelledOn is { } cancelled
                    ? new(
                        T["support.stay.cancelled"],
                        T["support.cancel.line", ("day", cancelled), ("reason", r.CancelReason)]
                    )
                    : null,
            ];
            return [.. lines.OfType<SummaryLine>()];
        }
    }

    public TableView Stretches =>
        new Table<DayStretch>(
            "support.reckoned",
            [
                new("days", "support.stretch", s => T["support.stretch.line", ("from", s.First), ("to", s.Last)])
                {
                    NamesRow = true,
                },
                new("count", "support.days", s => s.Days) { Numeric = true },
                new("price", "support.dayPrice", s => s.Pay.Price) { Numeric = true, Format = "money" },
                new("share", "support.share", s => s.Pay.Uncapped) { Numeric = true, Format = "money" },
                new("cap", "support.cap", s => Referral.PaidInFull ? null : s.Pay.Cap)
                {
                    Numeric = true,
                    Format = "money",
                },
                new("pay", "support.dayPay", s => s.Pay.Pay) { Numeric = true, Format = "money" },
                new("euro", "support.sum", s => s.Euro) { Numeric = true, Format = "money" },
            ]
        )
        {
            CaptionHidden = true,
        }.View(StretchesOf(Reckoned?.Days ?? []));

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Absences = await _support.AbsencesAsync(Id, Ct);
        if (Referral.EnteredOn is { } entered)
        {
            var parameters = (await rules.ReadAsync(Ct)).Parameters;
            Reckoned = Cofinancing.Received(StayFacts.Of(Referral, Absences), entered, clock.Today, parameters);
        }
        else if (Referral.Waits)
        {
            var (staying, waiting) = await money.PlacesAsync(Referral.ContractId, Ct);
            Staying = staying;
            Place = RehabilitationQueue.Order(waiting).ToList().FindIndex(w => w.Id == Id) + 1;
        }

        return true;
    }

    /// <summary>A day joins the stretch before it when it follows that day and is paid alike.</summary>
    internal static IReadOnlyList<DayStretch> StretchesOf(IReadOnlyList<DayPay> days)
    {
        var stretches = new List<DayStretch>();
        foreach (var day in days)
        {
            if (
                stretches.Count > 0
                && stretches[^1] is var last
                && last.Last.AddDays(1) == day.Day
                && (last.Pay.Cap, last.Pay.Pay) == (day.Cap, day.Pay)
            )
            {
                stretches[^1] = last with { Last = day.Day, Days = last.Days + 1, Euro = last.Euro + day.Pay };
            }
            else
            {
                stretches.Add(new DayStretch(day.Day, day.Day, 1, day, day.Pay));
            }
        }

        return stretches;
    }
}
