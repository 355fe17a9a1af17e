using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Partners.Editing;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Partners.Contracts;

/// <summary>Lengthens a contract by an agreement.</summary>
[RequiresPermission(PartnersModule.Edit)]
[KeepsDraft("partners.contract.renew", Subject = "contract")]
internal sealed class RenewContractPage(
    PlusDb db,
    HostEditing editing,
    ContractHandler handler,
    PlusClock clock,
    PageHead head
) : ContractPage(db, editing, head)
{
    [BindProperty]
    public RenewInput Input { get; set; } = new();

    protected override string TitleKey => "partners.contract.renew";

    public override Task<IActionResult> OnGetAsync()
    {
        Input.AgreedOn = clock.Today;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.RenewAsync(
            HostId,
            ContractId,
            Input.Number!,
            Input.AgreedOn!.Value,
            Input.To,
            Version,
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("partners.contract.renewed");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class RenewInput
{
    [Required(ErrorMessage = "partners.contract.agreementMissing")]
    [StringLength(60)]
    public string? Number { get; set; }

    [Required(ErrorMessage = "partners.contract.agreedOnMissing")]
    public DateOnly? AgreedOn { get; set; }

    public DateOnly? To { get; set; }
}
