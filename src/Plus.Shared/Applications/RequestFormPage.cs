using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Shared.Applications.Listing;
using Plus.Shared.Applications.Records;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;

namespace Plus.Shared.Applications;

/// <summary>What the pages of one application share: the application within reach, its section, the path, the view log.</summary>
public abstract class RequestFormPage(SectionReader reader, RequestReader requests, ViewLog views, SectionHead heading)
    : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SectionView View { get; private set; } = null!;

    public ClientRequest Asked { get; private set; } = null!;

    protected RequestReader Requests => requests;

    protected string Href => $"/applications/{Id}";

    protected override uint StoredVersion => Asked.Version;

    protected override (ClientId? Client, Guid Record) Edited => (View.Client.Id, Asked.Id);

    /// <summary>Permission the page is shown under; also the part named in the view log.</summary>
    protected virtual string Part => ApplicationsModule.Work;

    protected abstract string StepKey { get; }

    /// <summary>Whether the page's step still makes sense for the application; else there is no such page.</summary>
    protected virtual bool Fits => View.Section.IsOpen;

    protected override async Task<bool> LoadAsync()
    {
        if (
            await requests.FindAsync(Id, Part, Ct) is not { } found
            || await reader.FindAsync(found.SectionId, Part, Ct) is not { } view
        )
        {
            return false;
        }

        (Asked, View) = (found, view);
        if (!Fits)
        {
            return false;
        }

        await views.ConsultAsync(Part, view.Client.Id, found.SectionId, Ct);
        await heading.ShowAsync(view, T[StepKey], Ct);
        return true;
    }
}
