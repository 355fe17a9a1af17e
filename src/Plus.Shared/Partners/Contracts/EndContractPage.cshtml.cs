using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Records;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Partners.Contracts;

/// <summary>Ends a contract before its time, with a reason.</summary>
[RequiresPermission(PartnersModule.Edit)]
[KeepsDraft("partners.contract.end", Subject = "contract")]
internal sealed class EndContractPage(PlusDb db, HostEditing editing, ContractHandler handler, PageHead head)
    : ContractPage(db, editing, head)
{
    [BindProperty]
    public EndInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Reasons =>
        [.. HostContract.EndReasons.Select(r => new Choice(r, T["partners.endReason." + r]))];

    protected override string TitleKey => "partners.contract.end";

    public async Task<IActionResult> OnPostAsync()
    {
        if (!HostContract.EndReasons.Contains(Input.Why))
        {
            ModelState.AddModelError("Input.Why", "partners.contract.whyMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.EndAsync(
            HostId,
            ContractId,
            Input.LastDay!.Value,
            Input.Why!,
            Input.Note,
            Version,
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("partners.contract.ended");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class EndInput
{
    [Required(ErrorMessage = "partners.contract.lastDayMissing")]
    public DateOnly? LastDay { get; set; }

    public string? Why { get; set; }

    [StringLength(2000)]
    public string? Note { get; set; }
}
