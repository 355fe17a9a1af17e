using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Shared.Breaches.Listing;
using Plus.Shared.Breaches.Records;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;

namespace Plus.Shared.Breaches;

/// <summary>What the pages of one violation share: the violation within reach, its section, the path, the view log.</summary>
public abstract class BreachFormPage(SectionReader reader, BreachReader breaches, ViewLog views, SectionHead heading)
    : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SectionView View { get; private set; } = null!;

    public Breach Breach { get; private set; } = null!;

    protected BreachReader Breaches => breaches;

    protected string Href => $"/breaches/{Breach.Id}";

    protected override uint StoredVersion => Breach.Version;

    protected override (ClientId? Client, Guid Record) Edited => (View.Client.Id, Breach.Id);

    /// <summary>Permission the page is shown under; also the part named in the view log.</summary>
    protected virtual string Part => BreachesModule.Work;

    protected abstract string StepKey { get; }

    /// <summary>Whether the page's step still makes sense; else there is no such page.</summary>
    protected virtual bool Fits => View.Section.IsOpen && Breach.WithdrawnOn is null;

    /// <summary>The violation the address speaks of.</summary>
    protected virtual Task<Breach?> FindAsync() => breaches.FindAsync(Id, Part, Ct);

    protected override async Task<bool> LoadAsync()
    {
        if (await FindAsync() is not { } found || await reader.FindAsync(found.SectionId, Part, Ct) is not { } view)
        {
            return false;
        }

        (Breach, View) = (found, view);
        if (!Fits)
        {
            return false;
        }

        await views.ConsultAsync(Part, view.Client.Id, found.SectionId, Ct);
        await heading.ShowAsync(view, T[StepKey], Ct);
        return true;
    }
}
