using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Support.Providers;

/// <summary>A new contract with a provider.</summary>
[RequiresPermission(SupportModule.Contracts)]
[KeepsDraft("support.contract", Subject = "id")]
internal sealed class NewProviderContractPage(PlusDb db, ProviderHandler handler, PageHead head)
    : ProviderFormPage(db, head)
{
    [BindProperty]
    public ProviderContractInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Kinds => SupportWords.Choices(T, "support.kind.", SupportKinds.All);

    public IReadOnlyList<Choice> Fundings => SupportWords.Choices(T, "support.funding.", SupportKinds.Fundings);

    protected override string? StepKey => "support.contract.add";

    public async Task<IActionResult> OnPostAsync()
    {
        if (!SupportKinds.All.Contains(Input.Kind))
        {
            ModelState.AddModelError("Input.Kind", "support.contract.kindMissing");
        }

        if (!SupportKinds.Fundings.Contains(Input.Funding))
        {
            ModelState.AddModelError("Input.Funding", "support.contract.fundingMissing");
        }

        if (Input.Kind == SupportKinds.Rehabilitation && Input.Places is null)
        {
            ModelState.AddModelError("Input.Places", "support.contract.placesMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.AgreeAsync(
            Id,
            new ContractFacts(
                Input.Kind!,
                Input.Number!.Trim(),
                Input.Funding!,
                Input.From!.Value,
                Input.To!.Value,
                Input.Amount!.Value,
                Input.UnitPrice!.Value,
                Input.Places
            ),
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("support.contract.added");
        return LocalRedirect($"/support/contracts/{done.Value}");
    }
}

/// <summary>What the form asks.</summary>
internal sealed class ProviderContractInput
{
    [Required(ErrorMessage = "support.contract.numberMissing")]
    [StringLength(60)]
    public string? Number { get; set; }

    public string? Kind { get; set; }

    public string? Funding { get; set; }

    [Required(ErrorMessage = "support.dayMissing")]
    public DateOnly? From { get; set; }

    [Required(ErrorMessage = "support.dayMissing")]
    public DateOnly? To { get; set; }

    [Required(ErrorMessage = "support.amountMissing")]
    [Range(0.01, 10_000_000)]
    [Cents]
    public decimal? Amount { get; set; }

    [Required(ErrorMessage = "support.amountMissing")]
    [Range(0.01, 100_000)]
    [Cents]
    public decimal? UnitPrice { get; set; }

    [Range(1, 1_000)]
    public int? Places { get; set; }
}
