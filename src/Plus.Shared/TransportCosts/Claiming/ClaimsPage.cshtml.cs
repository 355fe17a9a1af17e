using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Sections;
using Plus.Shared.TransportCosts.Records;
using Plus.Shared.WorkHours.Overview;

namespace Plus.Shared.TransportCosts.Claiming;

/// <summary>What a client claimed for the way to work, and a new claim.</summary>
[RequiresPermission(TransportCostsModule.Claim)]
internal sealed class ClaimsPage(
    PlusDb db,
    SectionReader reader,
    ClaimHandler handler,
    FunctionDoors doors,
    ViewLog views,
    PlusClock clock,
    StaffAccessor staff,
    SectionHead heading
) : WorkPage(db, reader, doors, views, clock, heading)
{
    private readonly PlusDb _db = db;

    [BindProperty]
    public ClaimInput Input { get; set; } = new();

    public IReadOnlyList<TransportClaim> Claims { get; private set; } = [];

    public ILookup<Guid, TransportTicket> Tickets { get; private set; } = null!;

    public bool MayClaim => View.Section.RegisteredOn is not null;

    public bool MayDecide => staff.Current.May(TransportCostsModule.Decide);

    protected override string Part => TransportCostsModule.Claim;

    protected override string StepKey => "transportCosts.menu";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.ClaimAsync(
            new NewClaim(
                Id,
                Input.From!.Value,
                Input.To!.Value,
                Input.Amount!.Value,
                Input.Account!,
                [.. Input.Tickets.Select(f => (f.FileName, f.OpenReadStream()))]
            ),
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("transportCosts.claim.done");
        return LocalRedirect(Href + "/transport");
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        var id = Id;
        Claims = await _db.Set<TransportClaim>()
            .AsNoTracking()
            .Where(c => c.SectionId == id)
            .OrderByDescending(c => c.From)
            .ToListAsync(Ct);
        Tickets = (
            await _db.Set<TransportTicket>()
                .AsNoTracking()
                .Where(t => t.SectionId == id && t.FileId != null)
                .OrderBy(t => t.Place)
                .ToListAsync(Ct)
        ).ToLookup(t => t.ClaimId);
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class ClaimInput
{
    [Required(ErrorMessage = "transportCosts.claim.fromMissing")]
    public DateOnly? From { get; set; }

    [Required(ErrorMessage = "transportCosts.claim.toMissing")]
    public DateOnly? To { get; set; }

    [Required(ErrorMessage = "transportCosts.refusal.amount")]
    public decimal? Amount { get; set; }

    [Required(ErrorMessage = "transportCosts.refusal.account")]
    [StringLength(60)]
    public string? Account { get; set; }

    public List<IFormFile> Tickets { get; set; } = [];
}
