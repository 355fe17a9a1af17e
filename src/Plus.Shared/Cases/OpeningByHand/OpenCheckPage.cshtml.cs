using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Opening;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Head;
using Plus.Shared.Organisation.Records;
using Plus.Web.Journeys;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Cases.OpeningByHand;

/// <summary>Last step: the answers, the suggested office with its reason, what the law would question; then it is opened.</summary>
[RequiresPermission(CasePermissions.Open)]
internal sealed class OpenCheckPage(
    PlusDb db,
    OpeningClient clients,
    OpenByHandHandler handler,
    TerritorialCompetence competence,
    FunctionDoors doors,
    ClientHead heading,
    ViewLog views,
    PlusClock clock,
    PageHead head,
    Texts texts,
    StaffAccessor staff,
    Flash flash
) : JourneyPage<OpeningState>
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SuggestedOffice Suggested { get; private set; } = new(null, null);

    public string? OfficeName { get; private set; }

    public IReadOnlyList<Verdict.Refused> Warnings { get; private set; } = [];

    protected override string Journey => "cases.open";

    public BasisOffence Offence(OffenceAnswer o) =>
        new(BasisId.New(), 1, o.Article, o.Sup, o.Part, o.Point, o.CommittedOn);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!IsUnderWay || State.Measure is null)
        {
            return LocalRedirect($"/clients/{Id}/sections/open");
        }

        var done = await handler.HandleAsync(new ClientId(Id), State, ct);
        if (!done.Done)
        {
            if (done.Refusal.Kind == Kernel.Results.RefusalKind.NotFound)
            {
                return NotFound();
            }

            ModelState.AddModelError("", LawWords.Of(texts, done.Refusal));
            return await ShowAsync(ct);
        }

        // Without an office it may lie where the person who opened it does not look: said, instead of a page that is missing.
        var id = done.Value.Id;
        var sees = await db.Set<Section>().Within(staff.Current, CasePermissions.View).AnyAsync(s => s.Id == id, ct);
        flash.Success(sees ? "cases.open.done" : "cases.open.doneElsewhere");
        return await Finish(sees ? doors.OfCode(done.Value.Function).SectionHref(id) : "/");
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        var id = new ClientId(Id);
        if (!IsUnderWay || State.Measure is null)
        {
            return LocalRedirect($"/clients/{Id}/sections/open");
        }

        if (await clients.FindAsync(id, ct) is not { } client)
        {
            return NotFound();
        }

        Suggested = await competence.SuggestAsync(id, clock.Today, ct);
        OfficeName = Suggested.Office is { } office
            ? await db.Set<Office>().Where(o => o.Id == office).Select(o => o.Name).SingleAsync(ct)
            : null;
        Warnings = await handler.WarningsAsync(client, State, ct);
        await views.ConsultAsync(CasePermissions.Open, id, ct: ct);
        await heading.ShowReachedAsync(id, ct);
        head.Title = texts["cases.open.check"];
        return Page();
    }
}
