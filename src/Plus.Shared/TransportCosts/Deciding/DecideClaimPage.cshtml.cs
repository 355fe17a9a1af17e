using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.TransportCosts.Claiming;
using Plus.Shared.TransportCosts.Records;
using Plus.Shared.WorkHours.Contract;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.TransportCosts.Deciding;

/// <summary>One claim with its tickets and the days worked beside it, to be decided.</summary>
[RequiresPermission(TransportCostsModule.Decide)]
[KeepsDraft("transportCosts.decide", Subject = "id")]
internal sealed class DecideClaimPage(
    PlusDb db,
    SectionReader sections,
    ClaimReader reader,
    DecideClaimHandler handler,
    FunctionDoors doors,
    ViewLog views,
    SectionHead heading
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public DecideClaimInput Input { get; set; } = new();

    public TransportClaim Claim { get; private set; } = null!;

    public SectionView View { get; private set; } = null!;

    public IReadOnlyList<TransportTicket> Tickets { get; private set; } = [];

    /// <summary>Days on which the client worked in the time claimed.</summary>
    public int DaysWorked { get; private set; }

    public IReadOnlyList<Choice> Decisions =>
        [.. TransportClaim.Decisions.Select(d => new Choice(d, T["transportCosts.decision." + d]))];

    protected override uint StoredVersion => Claim.Version;

    protected override (ClientId? Client, Guid Record) Edited => (View.Client.Id, Claim.Id);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!TransportClaim.Decisions.Contains(Input.Decision))
        {
            ModelState.AddModelError("Input.Decision", "transportCosts.decide.decisionMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.DecideAsync(Id, Input.Decision, Input.Part, Input.Grounds, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("transportCosts.decide.done");
        return LocalRedirect("/transport-costs");
    }

    protected override async Task<bool> LoadAsync()
    {
        if (
            await reader.Within(TransportCostsModule.Decide).AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, Ct)
                is not { Decision: null } claim
            || await sections.FindAsync(claim.SectionId, TransportCostsModule.Decide, Ct) is not { } view
        )
        {
            return false;
        }

        (Claim, View) = (claim, view);
        await views.ConsultAsync(TransportCostsModule.Decide, view.Client.Id, claim.SectionId, Ct);
        await heading.ShowAsync(view, T["transportCosts.decide.title"], Ct);
        Tickets = await db.Set<TransportTicket>()
            .AsNoTracking()
            .Where(t => t.ClaimId == Id && t.FileId != null)
            .OrderBy(t => t.Place)
            .ToListAsync(Ct);
        if (doors.OfCode(view.Section.Function) is WorkDoor door)
        {
            DaysWorked = (await door.DaysAsync(db, claim.SectionId, tracked: false, Ct)).Count(d =>
                d.WithdrawnAt is null && d.WorkedOn >= claim.From && d.WorkedOn <= claim.To
            );
        }

        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class DecideClaimInput
{
    public string Decision { get; set; } = "";

    public decimal? Part { get; set; }

    [StringLength(2000)]
    public string? Grounds { get; set; }
}
