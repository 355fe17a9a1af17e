using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Transfers;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Partners.Hosts;

/// <summary>Adds a host employer.</summary>
[RequiresPermission(PartnersModule.Edit)]
[KeepsDraft("partners.new")]
internal sealed class NewHostPage(
    HostHandler handler,
    TransferTargets targets,
    StaffAccessor staff,
    PlusClock clock,
    PageHead head
) : SectionFormPage
{
    [BindProperty]
    public HostInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds => [.. HostHandler.Kinds.Select(k => new Choice(k, T["partners.kind." + k]))];

    public Task<IActionResult> OnGetAsync()
    {
        Input.Office ??= staff.Current.Offices.Select(o => o.ToString()).FirstOrDefault();
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!HostHandler.Kinds.Contains(Input.Kind))
        {
            ModelState.AddModelError("Input.Kind", "partners.kindMissing");
        }

        if (!OfficeId.TryParse(Input.Office, out var office))
        {
            ModelState.AddModelError("Input.Office", "cases.transfer.officeMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.AddAsync(Input.Name!, Input.Kind!, Input.RegistrationNo, office, Input.Address, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("partners.added");
        return LocalRedirect($"/partners/{done.Value}");
    }

    protected override async Task<bool> LoadAsync()
    {
        head.Title = T["partners.add"];
        head.Crumb(T["partners.menu"], "/partners").Crumb(T["partners.add"]);
        Offices = await targets.OfficesAsync(clock.Today, Ct);
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class HostInput
{
    [Required(ErrorMessage = "partners.nameMissing")]
    [StringLength(300)]
    public string? Name { get; set; }

    public string? Kind { get; set; }

    [StringLength(20)]
    public string? RegistrationNo { get; set; }

    public string? Office { get; set; }

    [StringLength(500)]
    public string? Address { get; set; }
}
