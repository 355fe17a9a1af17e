using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Law.Figures;
using Plus.Law.Sections;
using Plus.Shared.Clients.Head;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Cases.OpeningByHand;

/// <summary>Second step: the offences, and what the document says of the measure.</summary>
[RequiresPermission(CasePermissions.Open)]
internal sealed class OpenDetailsPage(
    OpeningClient clients,
    ClientHead heading,
    ViewLog views,
    PageHead head,
    Texts texts
) : JourneyPage<OpeningState>
{
    private const int Rows = 4;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public DetailsInput Input { get; set; } = new();

    protected override string Journey => "cases.open";

    public bool HasRole => State.Measure is MeasureCode.CommunityWork or MeasureCode.ProbationSupervision;

    public bool InHours => State.Measure is MeasureCode.CommunityWork or MeasureCode.EducationalCommunityWork;

    public bool InMonths =>
        State.Measure
            is MeasureCode.ConditionalDischarge
                or MeasureCode.ProbationSupervision
                or MeasureCode.ProbationObservation
                or MeasureCode.SuspendedSentence;

    public bool IsParole => State.Measure == MeasureCode.Parole;

    public bool IsReport => State.Measure == MeasureCode.AssessmentReport;

    public bool IsSuspended => State.Measure == MeasureCode.SuspendedSentence;

    public bool HasImprisonment => State.Measure == MeasureCode.CommunityWork;

    public bool HasRelease =>
        State.Measure is MeasureCode.Parole or MeasureCode.CommunityWork or MeasureCode.ProbationSupervision;

    public IReadOnlyList<Choice> Roles =>
        [new("main", texts["cases.open.role.main"]), new("additional", texts["cases.open.role.additional"])];

    public IReadOnlyList<Choice> Purposes =>
        [
            .. new[] { "sentencing", "parole", "paroleWithElectronicMonitoring" }.Select(p => new Choice(
                p,
                texts["cases.open.purpose." + p]
            )),
        ];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!IsUnderWay)
        {
            return LocalRedirect($"/clients/{Id}/sections/open");
        }

        Input.Offences =
        [
            .. State.Offences.Select(o => new OffenceInput
            {
                Article = o.Article + (o.Sup is { } sup ? $".{sup}" : ""),
                Part = o.Part,
                Point = o.Point,
                CommittedOn = o.CommittedOn,
            }),
        ];
        (Input.Role, Input.Amount, Input.ImprisonmentMonths) = (State.Role, State.Amount, State.ImprisonmentMonths);
        (Input.Until, Input.ReleasedOn, Input.MonitoringMonths) = (
            State.Until,
            State.ReleasedOn,
            State.MonitoringMonths
        );
        (Input.WithImprisonment, Input.Purpose, Input.RespondBy) = (
            State.WithImprisonment,
            State.Purpose,
            State.RespondBy
        );
        return await ShowAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!IsUnderWay)
        {
            return LocalRedirect($"/clients/{Id}/sections/open");
        }

        State.Offences = [.. ReadOffences()];
        Check();
        if (!ModelState.IsValid)
        {
            return await ShowAsync(ct);
        }

        (State.Role, State.Amount, State.ImprisonmentMonths) = (Input.Role, Input.Amount, Input.ImprisonmentMonths);
        (State.Until, State.ReleasedOn, State.MonitoringMonths) = (
            Input.Until,
            Input.ReleasedOn,
            Input.MonitoringMonths
        );
        (State.WithImprisonment, State.Purpose, State.RespondBy) = (
            Input.WithImprisonment,
            Input.Purpose,
            Input.RespondBy
        );
        return await Next($"/clients/{Id}/sections/open/check");
    }

    private IEnumerable<OffenceAnswer> ReadOffences()
    {
        for (var i = 0; i < Input.Offences.Count; i++)
        {
            var typed = Input.Offences[i];
            if (string.IsNullOrWhiteSpace(typed.Article))
            {
                continue;
            }

            if (!CriminalArticle.TryParse(typed.Article, out var article))
            {
                ModelState.AddModelError($"Input.Offences[{i}].Article", "cases.open.articleUnreadable");
                continue;
            }

            yield return new OffenceAnswer
            {
                Article = article.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
                Sup = article.Superscript == 0 ? null : article.Superscript,
                Part = typed.Part,
                Point = typed.Point,
                CommittedOn = typed.CommittedOn,
            };
        }
    }

    private void Check()
    {
        Needs(!HasRole || Input.Role is "main" or "additional", nameof(Input.Role), "cases.open.roleMissing");
        Needs(!(InHours || InMonths) || Input.Amount is > 0, nameof(Input.Amount), "cases.open.amountMissing");
        Needs(!IsParole || Input.Until is not null, nameof(Input.Until), "cases.open.untilMissing");
        Needs(!IsReport || !string.IsNullOrEmpty(Input.Purpose), nameof(Input.Purpose), "cases.open.purposeMissing");
    }

    private void Needs(bool right, string field, string key)
    {
        if (!right && ModelState["Input." + field] is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError("Input." + field, key);
        }
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var id = new ClientId(Id);
        if (await clients.FindAsync(id, ct) is null)
        {
            return NotFound();
        }

        while (Input.Offences.Count < Rows)
        {
            Input.Offences.Add(new OffenceInput());
        }

        await views.ConsultAsync(CasePermissions.Open, id, ct: ct);
        await heading.ShowReachedAsync(id, ct);
        head.Title = texts["cases.open.details"];
        return Page();
    }
}

/// <summary>What the form asks.</summary>
internal sealed class DetailsInput
{
    public List<OffenceInput> Offences { get; set; } = [];

    public string? Role { get; set; }

    [System.ComponentModel.DataAnnotations.Range(1, 600)]
    public int? Amount { get; set; }

    [System.ComponentModel.DataAnnotations.Range(1, 600)]
    public int? ImprisonmentMonths { get; set; }

    public DateOnly? Until { get; set; }

    public DateOnly? ReleasedOn { get; set; }

    [System.ComponentModel.DataAnnotations.Range(1, 12)]
    public int? MonitoringMonths { get; set; }

    public bool WithImprisonment { get; set; }

    public string? Purpose { get; set; }

    public DateOnly? RespondBy { get; set; }
}

/// <summary>One offence as typed: 175 or 168.1.</summary>
internal sealed class OffenceInput
{
    [System.ComponentModel.DataAnnotations.StringLength(10)]
    public string? Article { get; set; }

    [System.ComponentModel.DataAnnotations.Range(1, 99)]
    public int? Part { get; set; }

    [System.ComponentModel.DataAnnotations.StringLength(10)]
    public string? Point { get; set; }

    public DateOnly? CommittedOn { get; set; }
}
