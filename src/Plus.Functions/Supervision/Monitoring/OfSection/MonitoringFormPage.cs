using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Law.Sections;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;

namespace Plus.Functions.Supervision.Monitoring.OfSection;

/// <summary>What the pages of a section's monitoring share: the parole section within reach, its monitoring, the log.</summary>
public abstract class MonitoringFormPage(
    SectionReader reader,
    MonitoringReader monitoring,
    ViewLog views,
    SectionHead heading
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SectionView View { get; private set; } = null!;

    public MonitoringView Monitoring { get; private set; } = null!;

    public string Href => $"/functions/supervision/{Id}/monitoring";

    protected SectionId Section => new(Id);

    protected abstract string StepKey { get; }

    protected virtual string Part => MonitoringPermissions.Order;

    /// <summary>Whether the step still makes sense; else there is no such page.</summary>
    protected virtual bool Fits => View.Section.IsOpen && Monitoring.Monitoring.EndedOn is null;

    protected override uint StoredVersion => View.Section.Version;

    protected override (ClientId? Client, Guid Record) Edited => (View.Client.Id, Id);

    public virtual Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<bool> LoadAsync()
    {
        if (
            await reader.FindAsync(Section, Part, Ct) is not { } view
            || view.Section.Measure != MeasureCode.Parole
            || await monitoring.ReadAsync(Section, Ct) is not { } read
        )
        {
            return false;
        }

        (View, Monitoring) = (view, read);
        if (!Fits)
        {
            return false;
        }

        await views.ConsultAsync(Part, view.Client.Id, Section, Ct);
        await heading.ShowAsync(view, T[StepKey], Ct);
        return true;
    }
}
