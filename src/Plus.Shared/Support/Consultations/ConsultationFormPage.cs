using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Support.Overview;
using Plus.Shared.Support.Records;

namespace Plus.Shared.Support.Consultations;

/// <summary>What the pages of one referral to a specialist share: the referral within reach, its section, the log.</summary>
public abstract class ConsultationFormPage(
    SectionReader reader,
    SupportReader support,
    ViewLog views,
    SectionHead heading
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SectionView View { get; private set; } = null!;

    public ConsultationView Found { get; private set; } = null!;

    public Consultation Consultation => Found.Consultation;

    public string Href => $"/support/consultations/{Id}";

    protected override uint StoredVersion => Consultation.Version;

    protected override (ClientId? Client, Guid Record) Edited => (View.Client.Id, Id);

    protected virtual string Part => SupportModule.Refer;

    protected abstract string StepKey { get; }

    /// <summary>Whether the page's step still makes sense; else there is no such page.</summary>
    protected virtual bool Fits => Consultation.EndedOn is null;

    public virtual Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<bool> LoadAsync()
    {
        if (
            await support.FindConsultationAsync(Id, Part, Ct) is not { } found
            || await reader.FindAsync(found.Consultation.SectionId, Part, Ct) is not { } view
        )
        {
            return false;
        }

        (Found, View) = (found, view);
        if (!Fits)
        {
            return false;
        }

        await views.ConsultAsync(Part, view.Client.Id, view.Section.Id, Ct);
        await heading.ShowAsync(view, T[StepKey], Ct);
        return true;
    }
}
