using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Support.Providers;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Support.Settling;

/// <summary>An agreement moves a contract's last day or its amount.</summary>
[RequiresPermission(SupportModule.Contracts)]
[KeepsDraft("support.contract.amend", Subject = "id")]
internal sealed class AmendContractPage(PlusDb db, ProviderHandler handler, PlusClock clock, PageHead head)
    : ContractFormPage(db, head)
{
    [BindProperty]
    public AmendContractInput Input { get; set; } = new();

    protected override string? Step => T["support.contract.amend"];

    public override async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        ShowSaved();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.AmendAsync(
            Id,
            Input.To!.Value,
            Input.Amount!.Value,
            Input.Reason!.Trim(),
            clock.Today,
            Version,
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("support.contract.amended");
        return LocalRedirect(Href);
    }

    protected override void ShowSaved() => (Input.To, Input.Amount) = (Contract.To, Contract.Amount);
}

/// <summary>What the form asks.</summary>
internal sealed class AmendContractInput
{
    [Required(ErrorMessage = "support.dayMissing")]
    public DateOnly? To { get; set; }

    [Required(ErrorMessage = "support.amountMissing")]
    [Range(0.01, 10_000_000)]
    [Cents]
    public decimal? Amount { get; set; }

    [Required(ErrorMessage = "support.reasonMissing")]
    [StringLength(1000)]
    public string? Reason { get; set; }
}
