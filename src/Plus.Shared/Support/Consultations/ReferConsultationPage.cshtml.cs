using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Support.Overview;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Support.Consultations;

/// <summary>Refers a client to a specialist, with the client's word on the cost.</summary>
[RequiresPermission(SupportModule.Refer)]
[KeepsDraft("support.consultation", Subject = "id")]
internal sealed class ReferConsultationPage(
    SectionReader reader,
    SupportReader support,
    ConsultationHandler handler,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : ReferralFormPage(reader, support, views, clock, heading)
{
    [BindProperty]
    public ReferConsultationInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Consents => SupportWords.Choices(T, "support.consent.", SupportKinds.Consents);

    protected override bool OffersStays => false;

    protected override string TitleKey => "support.consultation.refer";

    public Task<IActionResult> OnGetAsync()
    {
        Input.ReferredOn ??= Today;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Check();
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.ReferAsync(
            new NewConsultation(
                new SectionId(Id),
                Input.Contract!.Value,
                Input.ReferredOn!.Value,
                Input.Purpose!.Trim(),
                Input.Ordered!.Value,
                Input.Consent!,
                Input.ClientShare,
                Input.ConsentOn
            ),
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("support.consultation.referred");
        return LocalRedirect($"/support/consultations/{done.Value}");
    }

    private void Check()
    {
        if (!SupportKinds.Consents.Contains(Input.Consent))
        {
            ModelState.AddModelError("Input.Consent", "support.consultation.consentMissing");
        }

        if (Input.Consent != SupportKinds.Agrees)
        {
            return;
        }

        if (Input.ClientShare is null or <= 0)
        {
            ModelState.AddModelError("Input.ClientShare", "support.consultation.shareMissing");
        }

        if (Input.ConsentOn is null)
        {
            ModelState.AddModelError("Input.ConsentOn", "support.dayMissing");
        }
    }
}

/// <summary>What the form asks.</summary>
internal sealed class ReferConsultationInput
{
    [Required(ErrorMessage = "support.contractMissing")]
    public Guid? Contract { get; set; }

    [Required(ErrorMessage = "support.dayMissing")]
    public DateOnly? ReferredOn { get; set; }

    [Required(ErrorMessage = "support.purposeMissing")]
    [StringLength(2000)]
    public string? Purpose { get; set; }

    [Required(ErrorMessage = "support.consultation.orderedMissing")]
    [Range(1, 100)]
    public int? Ordered { get; set; }

    public string? Consent { get; set; }

    [Range(0, 100_000)]
    [Cents]
    public decimal? ClientShare { get; set; }

    public DateOnly? ConsentOn { get; set; }
}
