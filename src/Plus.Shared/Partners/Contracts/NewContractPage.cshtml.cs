using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Scans;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Partners.Contracts;

/// <summary>A new contract with a host employer.</summary>
[RequiresPermission(PartnersModule.Edit)]
[KeepsDraft("partners.contract.new", Subject = "id")]
internal sealed class NewContractPage(PlusDb db, HostEditing editing, ContractHandler handler, PageHead head)
    : HostFormPage(db, editing, head)
{
    [BindProperty]
    public ContractInput Input { get; set; } = new();

    protected override string TitleKey => "partners.contract.add";

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        await using var content = Input.Scan is { Length: > 0 } file ? file.OpenReadStream() : null;
        var scan = content is null ? null : new SentScan(Input.Scan!.FileName, content);
        var done = await handler.AddAsync(HostId, Input.Number!, Input.From!.Value, Input.To, scan, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("partners.contractAdded");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class ContractInput
{
    [Required(ErrorMessage = "partners.contract.numberMissing")]
    [StringLength(60)]
    public string? Number { get; set; }

    [Required(ErrorMessage = "partners.contract.fromMissing")]
    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public IFormFile? Scan { get; set; }
}
