using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Sections;
using Plus.Web.Journeys;

namespace Plus.Shared.Cases.Terms;

/// <summary>Withdraws a change of the term that was entered in error.</summary>
[RequiresPermission(CasePermissions.Work)]
[KeepsDraft("cases.termWithdraw", Subject = "change")]
internal sealed class WithdrawTermPage(
    SectionReader reader,
    TermExplaining terms,
    ChangeTermHandler handler,
    ViewLog views,
    SectionHead heading
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Change { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "cases.refusal.reasonMissing")]
    [StringLength(2000)]
    public string? Reason { get; set; }

    public SectionView View { get; private set; } = null!;

    public TermChangeRow Row { get; private set; } = null!;

    protected override uint StoredVersion => View.Section.Version;

    protected override (ClientId? Client, Guid Record) Edited => (View.Client.Id, Id);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.WithdrawAsync(new SectionId(Id), Change, Reason!.Trim(), Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("cases.term.withdrawnDone");
        return LocalRedirect($"/sections/{Id}/term");
    }

    protected override async Task<bool> LoadAsync()
    {
        var id = new SectionId(Id);
        if (
            await reader.FindAsync(id, CasePermissions.Work, Ct) is not { } view
            || !view.Section.IsOpen
            || (await terms.ChangesAsync(id, Ct)).Find(c => c.Id == Change) is not { WithdrawnOn: null } row
        )
        {
            return false;
        }

        await views.ConsultAsync(CasePermissions.Work, view.Client.Id, id, Ct);
        (View, Row) = (view, row);
        await heading.ShowAsync(view, T["cases.term.withdraw"], Ct);
        return true;
    }
}
