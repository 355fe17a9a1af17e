using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Organisation.Records;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Records;
using Plus.Web.Controls;
using Plus.Web.Layout;

namespace Plus.Shared.Partners.Priorities;

/// <summary>Work that municipalities ask to be done first; who may, adds to the list and ends a line.</summary>
[RequiresPermission(PartnersModule.View)]
internal sealed class PrioritiesPage(
    PlusDb db,
    PriorityHandler handler,
    TerritoryChoices territories,
    StaffAccessor staff,
    PlusClock clock,
    PageHead head
) : SectionFormPage
{
    [BindProperty]
    public PriorityInput Input { get; set; } = new();

    public IReadOnlyList<PriorityRow> Rows { get; private set; } = [];

    public IReadOnlyList<Choice> Territories { get; private set; } = [];

    public IReadOnlyList<Choice> Works => [.. WorkDemands.Works.Select(w => new Choice(w, T["partners.work." + w]))];

    public bool MayEdit => staff.Current.May(PartnersModule.Edit);

    public Task<IActionResult> OnGetAsync()
    {
        Input.From = clock.Today;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!MayEdit)
        {
            return Forbid();
        }

        if (!WorkDemands.Works.Contains(Input.Work))
        {
            ModelState.AddModelError("Input.Work", "partners.work.missing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.AddAsync(Input.Territory!, Input.Work!, Input.Title!, Input.From!.Value, Input.To, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("partners.priority.added");
        return LocalRedirect("/partners/priorities");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid priority)
    {
        if (!MayEdit)
        {
            return Forbid();
        }

        var done = await handler.EndAsync(priority, Ct);
        if (!done.Done)
        {
            return NotFound();
        }

        Flash.Success("partners.priority.ended");
        return LocalRedirect("/partners/priorities");
    }

    protected override async Task<bool> LoadAsync()
    {
        var today = clock.Today;
        Rows = await (
            from p in db.Set<PriorityWork>().AsNoTracking()
            join t in db.Set<Territory>() on p.TerritoryCode equals t.Code
            where p.To == null || p.To >= today
            orderby t.Name, p.From
            select new PriorityRow(p.Id, t.Name, p.Work, p.Title, p.From, p.To)
        ).ToListAsync(Ct);
        Territories = await territories.ReadAsync(Ct);
        head.Title = T["partners.priorities"];
        head.Crumb(T["partners.menu"], "/partners").Crumb(T["partners.priorities"]);
        return true;
    }
}

/// <summary>A line of the list.</summary>
internal sealed record PriorityRow(
    Guid Id,
    string Municipality,
    string Work,
    string Title,
    DateOnly From,
    DateOnly? To
);

/// <summary>What the form asks.</summary>
internal sealed class PriorityInput
{
    [Required(ErrorMessage = "partners.priority.territoryMissing")]
    public string? Territory { get; set; }

    public string? Work { get; set; }

    [Required(ErrorMessage = "partners.priority.titleMissing")]
    [StringLength(300)]
    public string? Title { get; set; }

    [Required(ErrorMessage = "partners.contract.fromMissing")]
    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }
}
