using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Law.Sections;
using Plus.Shared.Clients.Head;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Cases.OpeningByHand;

/// <summary>First step: which measure, and the document it stands on.</summary>
[RequiresPermission(CasePermissions.Open)]
internal sealed class OpenDocumentPage(
    OpeningClient clients,
    ClientHead heading,
    ViewLog views,
    PlusClock clock,
    PageHead head,
    Texts texts
) : JourneyPage<OpeningState>
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public DocumentInput Input { get; set; } = new();

    protected override string Journey => "cases.open";

    public IReadOnlyList<Choice> Measures => [.. MeasureCode.All.Select(m => new Choice(m, texts["law.measure." + m]))];

    public IReadOnlyList<Choice> Kinds =>
        [.. OpeningState.Kinds.Select(k => new Choice(k, texts["cases.basis.kind." + k]))];

    public IReadOnlyList<Choice> Issuers =>
        [.. OpeningState.Issuers.Select(i => new Choice(i, texts["cases.open.issuer." + i]))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        Input = new DocumentInput
        {
            Measure = State.Measure,
            Kind = State.Kind,
            Number = State.Number,
            IssuedOn = State.IssuedOn,
            InForceOn = State.InForceOn,
            IssuerKind = State.IssuerKind,
            IssuerName = State.IssuerName,
            ProceedingNo = State.ProceedingNo,
            ReceivedOn = State.ReceivedOn ?? clock.Today,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Check();
        if (!ModelState.IsValid)
        {
            return await LoadAsync(ct) ? Page() : NotFound();
        }

        (State.Measure, State.Kind, State.Number) = (Input.Measure, Input.Kind, Input.Number);
        (State.IssuedOn, State.InForceOn, State.ReceivedOn) = (Input.IssuedOn, Input.InForceOn, Input.ReceivedOn);
        (State.IssuerKind, State.IssuerName, State.ProceedingNo) = (
            Input.IssuerKind,
            Input.IssuerName,
            Input.ProceedingNo
        );
        return await Next($"/clients/{Id}/sections/open/details");
    }

    private void Check()
    {
        Needs(MeasureCode.IsKnown(Input.Measure), nameof(Input.Measure), "cases.open.measureMissing");
        Needs(OpeningState.Kinds.Contains(Input.Kind), nameof(Input.Kind), "cases.open.kindMissing");
        Needs(!string.IsNullOrWhiteSpace(Input.Number), nameof(Input.Number), "cases.open.numberMissing");
        Needs(Input.IssuedOn is not null, nameof(Input.IssuedOn), "cases.open.issuedMissing");
        Needs(OpeningState.Issuers.Contains(Input.IssuerKind), nameof(Input.IssuerKind), "cases.open.issuerMissing");
        Needs(
            Input.ReceivedOn is null || Input.ReceivedOn <= clock.Today,
            nameof(Input.ReceivedOn),
            "cases.refusal.dayInFuture"
        );
        var force = new OpeningState { Kind = Input.Kind }.ComesIntoForce;
        Needs(!force || Input.InForceOn is not null, nameof(Input.InForceOn), "cases.open.inForceMissing");
    }

    private void Needs(bool right, string field, string key)
    {
        if (!right && ModelState["Input." + field] is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError("Input." + field, key);
        }
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var id = new ClientId(Id);
        if (await clients.FindAsync(id, ct) is null)
        {
            return false;
        }

        await views.ConsultAsync(CasePermissions.Open, id, ct: ct);
        await heading.ShowReachedAsync(id, ct);
        head.Title = texts["cases.open.title"];
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class DocumentInput
{
    public string? Measure { get; set; }

    public string? Kind { get; set; }

    [System.ComponentModel.DataAnnotations.StringLength(100)]
    public string? Number { get; set; }

    public DateOnly? IssuedOn { get; set; }

    public DateOnly? InForceOn { get; set; }

    public string? IssuerKind { get; set; }

    [System.ComponentModel.DataAnnotations.StringLength(300)]
    public string? IssuerName { get; set; }

    [System.ComponentModel.DataAnnotations.StringLength(40)]
    public string? ProceedingNo { get; set; }

    public DateOnly? ReceivedOn { get; set; }
}
