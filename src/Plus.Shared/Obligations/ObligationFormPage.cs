using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Obligations.Listing;
using Plus.Shared.Obligations.Records;

namespace Plus.Shared.Obligations;

/// <summary>What the pages of one obligation share: the obligation within reach, its section, the path, the view log.</summary>
public abstract class ObligationFormPage(
    SectionReader reader,
    ObligationReader obligations,
    ViewLog views,
    SectionHead heading
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SectionView View { get; private set; } = null!;

    public Obligation Obligation { get; private set; } = null!;

    protected ObligationReader Obligations => obligations;

    protected string Href => $"/obligations/{Id}";

    protected override uint StoredVersion => Obligation.Version;

    protected override (ClientId? Client, Guid Record) Edited => (View.Client.Id, Obligation.Id);

    /// <summary>Permission the page is shown under; also the part named in the view log.</summary>
    protected virtual string Part => ObligationsModule.Set;

    protected abstract string StepKey { get; }

    /// <summary>Whether the page's step still makes sense for the obligation; else there is no such page.</summary>
    protected virtual bool Fits => View.Section.IsOpen && Obligation.EndReason is null;

    protected override async Task<bool> LoadAsync()
    {
        if (
            await obligations.FindAsync(Id, Part, Ct) is not { } found
            || await reader.FindAsync(found.SectionId, Part, Ct) is not { } view
        )
        {
            return false;
        }

        (Obligation, View) = (found, view);
        if (!Fits)
        {
            return false;
        }

        await views.ConsultAsync(Part, view.Client.Id, found.SectionId, Ct);
        await heading.ShowAsync(view, T[StepKey], Ct);
        return true;
    }
}
