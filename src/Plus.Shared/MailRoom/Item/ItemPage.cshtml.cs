using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Editing;
using Plus.Shared.MailRoom.Records;
using Plus.Web.Controls;
using Plus.Web.Display;
using Plus.Web.Layout;

namespace Plus.Shared.MailRoom.Item;

/// <summary>One thing that came in: what, from whom, by when to answer and why, its files; what becomes of it is said here.</summary>
[RequiresPermission(MailRoomPermissions.View)]
internal sealed class ItemPage(
    ItemHandler handler,
    ItemReader reader,
    StaffAccessor staff,
    ViewLog views,
    PageHead head
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Client { get; set; }

    [BindProperty]
    public Guid? ClientId { get; set; }

    [BindProperty]
    public string? Person { get; set; }

    [BindProperty]
    public string? Answer { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IncomingItem Item { get; private set; } = null!;

    public IReadOnlyList<SummaryLine> Lines { get; private set; } = [];

    public IReadOnlyList<FileLine> Files { get; private set; } = [];

    public IReadOnlyList<Choice> People { get; private set; } = [];

    /// <summary>The client whose case number the subject names.</summary>
    public NamedClient? Named { get; private set; }

    public bool MayRegister => staff.Current.May(MailRoomPermissions.Register);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostClientAsync()
    {
        if (!MayRegister)
        {
            return Forbid();
        }

        return ClientId is { } client
            ? await AfterAsync(
                await handler.ConcernsAsync(Id, new ClientId(client), Version, Ct),
                "mailroom.client.done"
            )
            : await WrongAsync(nameof(Client), "mailroom.clientNotChosen");
    }

    public async Task<IActionResult> OnPostAssignAsync()
    {
        if (!MayRegister)
        {
            return Forbid();
        }

        return StaffId.TryParse(Person, out var person)
            ? await AfterAsync(await handler.AssignAsync(Id, person, Version, Ct), "mailroom.assign.done")
            : await WrongAsync(nameof(Person), "mailroom.personMissing");
    }

    public async Task<IActionResult> OnPostAnswerAsync() =>
        Answer is { Length: > 0 and <= 100 }
            ? await AfterAsync(await handler.AnswerAsync(Id, Answer, Version, Ct), "mailroom.answered.done")
            : await WrongAsync(nameof(Answer), "mailroom.answerMissing");

    public async Task<IActionResult> OnPostFileAsync() =>
        Reason is { Length: > 0 and <= 300 }
            ? await AfterAsync(await handler.FileAsync(Id, Reason, Version, Ct), "mailroom.file.done")
            : await WrongAsync(nameof(Reason), "mailroom.reasonMissing");

    protected override uint StoredVersion => Item.Version;

    protected override (ClientId? Client, Guid Record) Edited => (Item.ClientId, Item.Id);

    protected override string FieldOf(Refusal refusal) => refusal.Field ?? "";

    protected override async Task<bool> LoadAsync()
    {
        if (await reader.FindAsync(Id, MailRoomPermissions.View, Ct) is not { } item)
        {
            return false;
        }

        Item = item;
        head.Title = T["mailroom.menu"];
        head.Crumb(T["mailroom.menu"], "/mailroom").Crumb(item.Number);
        Lines = await reader.LinesAsync(item, Ct);
        Files = await reader.FilesAsync(item, Ct);
        People = MayRegister ? await reader.PeopleAsync(item.OfficeId, Ct) : [];
        Named = MayRegister && item.ClientId is null ? await reader.NamedAsync(item, Ct) : null;
        if (item.ClientId is { } client)
        {
            await views.ConsultAsync(MailRoomPermissions.View, client, ct: Ct);
        }

        return true;
    }

    private async Task<IActionResult> AfterAsync(Outcome<Unit> done, string said)
    {
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success(said);
        return LocalRedirect($"/mailroom/{Id}");
    }

    private Task<IActionResult> WrongAsync(string field, string message)
    {
        ModelState.AddModelError(field, message);
        return ShowAsync();
    }
}
