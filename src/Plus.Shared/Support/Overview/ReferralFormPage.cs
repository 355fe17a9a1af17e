using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Web.Controls;

namespace Plus.Shared.Support.Overview;

/// <summary>A form that refers the client of an open section to a provider: which contracts are offered today.</summary>
internal abstract class ReferralFormPage(
    SectionReader reader,
    SupportReader support,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SectionView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Contracts { get; private set; } = [];

    public bool IsChild => SupportKinds.IsChild(View.Section.Function);

    /// <summary>Whether stays are offered; else consultations.</summary>
    protected abstract bool OffersStays { get; }

    protected abstract string TitleKey { get; }

    protected DateOnly Today => clock.Today;

    protected override async Task<bool> LoadAsync()
    {
        var id = new SectionId(Id);
        if (
            await reader.FindAsync(id, SupportModule.Refer, Ct) is not { Section.IsOpen: true } view
            || !SupportKinds.Fits(view.Section.Function)
        )
        {
            return false;
        }

        await views.ConsultAsync(SupportModule.Refer, view.Client.Id, id, Ct);
        View = view;
        Contracts = SupportReader.Choices(await support.OfferedAsync(OffersStays, clock.Today, Ct), T);
        await heading.ShowAsync(view, T[TitleKey], Ct);
        return true;
    }
}
