using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Shared.Access.Sessions;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Documents.Overview;
using Plus.Shared.Documents.Records;
using Plus.Web.WebDav;

namespace Plus.Shared.Documents.InPlace;

/// <summary>Gives the person an address at which their word processor opens and saves the document, shown once.</summary>
[RequiresPermission(DocumentPermissions.Work)]
internal sealed class EditPage(
    PlusDb db,
    DocumentHead heading,
    EditingPasses passes,
    StaffAccessor staff,
    PlusClock clock
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public DocumentView View { get; private set; } = null!;

    public EditingTicket? Ticket { get; private set; }

    /// <summary>Somebody else whose word processor holds the document.</summary>
    public DocumentHolder? HeldBy { get; private set; }

    public string Address => $"{Request.Scheme}://{Request.Host}{HiddenToken.Prefix}/{Ticket!.Token}/{Ticket.Name}";

    public string LibreOfficeHref => "vnd.libreoffice.command:ofe|u|" + Address;

    public string WordHref => "ms-word:ofe|u|" + Address;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var begun = await passes.BeginAsync(Id, StaffSession.SessionOf(User), StaffSession.IsStrong(User), Ct);
        if (!begun.Done)
        {
            return await RefusedAsync(begun.Refusal);
        }

        Ticket = begun.Value;
        return await ShowAsync();
    }

    protected override async Task<bool> LoadAsync()
    {
        if (await heading.ShowAsync(Id, DocumentPermissions.Work, T["documents.edit.title"], Ct) is not { } view)
        {
            return false;
        }

        View = view;
        HeldBy = await DocumentHolder.FindAsync(db, Id, staff.Current.Id, clock.Now, Ct);
        return true;
    }
}

/// <summary>Whose word processor holds a document, and until when unless it puts that off.</summary>
internal sealed record DocumentHolder(string Who, DateTimeOffset Until)
{
    public static Task<DocumentHolder?> FindAsync(
        PlusDb db,
        Guid document,
        Plus.Kernel.Ids.StaffId? but,
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        (
            from held in db.Set<EditingLock>().AsNoTracking()
            join person in db.Set<Staff>() on held.StaffId equals person.Id
            where held.DocumentId == document && held.EndsAt > now && held.StaffId != but
            orderby held.EndsAt descending
            select new DocumentHolder(person.GivenName + " " + person.Surname, held.EndsAt)
        ).FirstOrDefaultAsync(ct);
}
