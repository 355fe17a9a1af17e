using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Incidents.Listing;
using Plus.Shared.Incidents.Records;

namespace Plus.Shared.Incidents;

/// <summary>What the pages of one incident share: the incident within reach, its section, the path, the view log.</summary>
public abstract class IncidentFormPage(
    SectionReader sections,
    IncidentReader reader,
    ViewLog views,
    SectionHead heading
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SectionView View { get; private set; } = null!;

    public Incident Incident { get; private set; } = null!;

    protected IncidentReader Incidents => reader;

    protected override uint StoredVersion => Incident.Version;

    protected override (ClientId? Client, Guid Record) Edited => (View.Client.Id, Incident.Id);

    /// <summary>Permission the page is shown under; also the part named in the view log.</summary>
    protected virtual string Part => IncidentsModule.Work;

    protected abstract string StepKey { get; }

    /// <summary>Whether the page's step still makes sense; else there is no such page.</summary>
    protected virtual bool Fits => Incident.ClosedOn is null;

    protected virtual Task<Incident?> FindAsync() => reader.FindAsync(Id, Part, Ct);

    protected override async Task<bool> LoadAsync()
    {
        if (await FindAsync() is not { } found || await sections.FindAsync(found.SectionId, Part, Ct) is not { } view)
        {
            return false;
        }

        (Incident, View) = (found, view);
        if (!Fits)
        {
            return false;
        }

        await views.ConsultAsync(Part, view.Client.Id, found.SectionId, Ct);
        await heading.ShowAsync(view, T[StepKey], Ct);
        return true;
    }
}
