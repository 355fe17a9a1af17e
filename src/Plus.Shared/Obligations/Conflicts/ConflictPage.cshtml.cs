using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Shared.Access;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Obligations.Records;
using Plus.Web.Controls;

namespace Plus.Shared.Obligations.Conflicts;

/// <summary>One conflict of a place with a ban, and what becomes of it.</summary>
[RequiresPermission(ObligationsModule.View)]
internal sealed class ConflictPage(
    SectionReader sections,
    ConflictReader reader,
    SettleConflictHandler handler,
    StaffAccessor staff,
    ViewLog views,
    SectionHead heading
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Verdict { get; set; }

    public SectionView View { get; private set; } = null!;

    public BanConflict Conflict { get; private set; } = null!;

    public ConflictRow Row { get; private set; } = null!;

    public bool MaySettle => reader.MaySettle(Conflict);

    public bool AskedOfMe => Conflict.Waits && Conflict.AskId is { } asked && asked == staff.Current.Id;

    /// <summary>The way to the protected addresses, for who may read them.</summary>
    public bool MaySeeBan =>
        staff.Current.May(ObligationsModule.Protect) && staff.Current.May(SpecialCategories.Victims);

    /// <summary>Where the place stands.</summary>
    public string PlaceHref =>
        Conflict.Place switch
        {
            "clientAddress" => $"/clients/{Conflict.ClientId}/data",
            "residence" or "journey" or "work" => $"/sections/{Conflict.SectionId}/applications",
            _ => $"/clients/{Conflict.ClientId}",
        };

    public IReadOnlyList<Choice> Verdicts =>
        [.. BanConflict.Verdicts.Select(v => new Choice(v, T["obligations.conflicts.verdict." + v]))];

    protected override uint StoredVersion => Conflict.Version;

    protected override (ClientId? Client, Guid Record) Edited => (View.Client.Id, Conflict.Id);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!BanConflict.Verdicts.Contains(Verdict))
        {
            ModelState.AddModelError(nameof(Verdict), "obligations.conflicts.verdictMissing");
            return await ShowAsync();
        }

        var done = await handler.SettleAsync(Id, Verdict!, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("obligations.conflicts.settled");
        return LocalRedirect("/bans");
    }

    protected override async Task<bool> LoadAsync()
    {
        if (
            await reader.Within().AsNoTracking().SingleOrDefaultAsync(c => c.Id == Id, Ct) is not { } found
            || await sections.FindAsync(found.SectionId, ObligationsModule.View, Ct) is not { } view
        )
        {
            return false;
        }

        (Conflict, View) = (found, view);
        Row = await reader.Rows(reader.Within().AsNoTracking().Where(c => c.Id == Id)).SingleAsync(Ct);
        await views.ConsultAsync(ObligationsModule.View, view.Client.Id, found.SectionId, Ct);
        await heading.ShowAsync(view, T["obligations.conflicts.one"], Ct);
        return true;
    }
}
