using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Support.Overview;
using Plus.Shared.Support.Records;
using Plus.Web.Display;
using Plus.Web.Lists;

namespace Plus.Shared.Support.Consultations;

/// <summary>Consultations of one client with one specialist: why, who pays, the sessions.</summary>
[RequiresPermission(SupportModule.View)]
internal sealed class ConsultationPage(
    SectionReader reader,
    SupportReader support,
    ViewLog views,
    SectionHead heading,
    StaffAccessor staff
) : ConsultationFormPage(reader, support, views, heading)
{
    private readonly SupportReader _support = support;

    public IReadOnlyList<ConsultationSession> Sessions { get; private set; } = [];

    public bool MayWork => staff.Current.May(SupportModule.Refer);

    protected override string Part => SupportModule.View;

    protected override string StepKey => "support.consultation.head";

    protected override bool Fits => true;

    public IReadOnlyList<SummaryLine> Facts
    {
        get
        {
            var c = Consultation;
            List<SummaryLine?> lines =
            [
                new(T["support.provider"], Found.Provider),
                new(T["support.contract"], Found.Contract.Number),
                new(T["support.funding"], T["support.funding." + Found.Contract.Funding]),
                new(T["support.referredOn"], T.Write(c.ReferredOn)),
                new(T["support.consultation.purpose"], c.Purpose),
                new(T["support.sessionPrice"], T.Money(Found.Contract.UnitPrice)),
                new(
                    T["support.consultation.consent"],
                    c.ClientShare is { } share
                        ? T["support.consent.line", ("euro", share), ("day", c.ConsentOn)]
                        : T["support.consent." + c.Consent]
                ),
                c.EndedOn is { } ended
                    ? new(
                        T["support.endedOn"],
                        T[
                            "support.leave.line",
                            ("day", ended),
                            ("how", T["support.ending." + c.Ending]),
                            ("note", c.EndingNote ?? "–")
                        ]
                    )
                    : null,
            ];
            return [.. lines.OfType<SummaryLine>()];
        }
    }

    public TableView SessionTable =>
        new Table<ConsultationSession>(
            "support.sessions",
            [
                new("day", "support.session.day", s => s.HeldOn) { NamesRow = true },
                new(
                    "held",
                    "support.session.attended",
                    s => T[s.Attended ? "support.attended.yes" : "support.attended.no"]
                )
                {
                    Tag = s => s.Attended ? "green" : "red",
                },
                new("funding", "support.funding", s => T["support.funding." + s.Funding]),
                new("euro", "support.servicePays", s => s.Price) { Numeric = true, Format = "money" },
                new("note", "support.session.note", s => s.Note),
            ]
        )
        {
            CaptionHidden = true,
        }.View(Sessions);

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Sessions = await _support.SessionsAsync(Id, Ct);
        return true;
    }
}
