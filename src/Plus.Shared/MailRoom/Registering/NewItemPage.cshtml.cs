using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Correspondence;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Transfers;
using Plus.Shared.MailRoom.Records;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.MailRoom.Registering;

/// <summary>Registers what came in on paper or otherwise by hand, with its scan.</summary>
[RequiresPermission(MailRoomPermissions.Register)]
[RequestSizeLimit(300L << 20)]
[RequestFormLimits(MultipartBodyLengthLimit = 300L << 20)]
[KeepsDraft("mailroom.new")]
internal sealed class NewItemPage(
    RegisterHandler handler,
    TransferTargets targets,
    StaffAccessor staff,
    PlusClock clock,
    PageHead head
) : SectionFormPage
{
    [BindProperty]
    public NewItemInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds =>
        [.. AnswerDeadlines.Kinds.Select(k => new Choice(k, T["mailroom.kind." + k]))];

    public IReadOnlyList<Choice> Channels =>
        [
            .. Enum.GetValues<IncomingChannel>()
                .Select(CodeConversion.CodeOf)
                .Select(c => new Choice(c, T["mailroom.channel." + c])),
        ];

    public Task<IActionResult> OnGetAsync()
    {
        Input.ReceivedOn ??= clock.Today;
        Input.Channel ??= CodeConversion.CodeOf(IncomingChannel.Post);
        Input.Office ??= staff.Current.Offices.Select(o => o.ToString()).FirstOrDefault();
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!OfficeId.TryParse(Input.Office, out var office))
        {
            ModelState.AddModelError("Input.Office", "cases.transfer.officeMissing");
        }

        if (Input.Channel is null || !Channels.Any(c => c.Value == Input.Channel))
        {
            ModelState.AddModelError("Input.Channel", "mailroom.channelMissing");
        }

        if (Input.Client is { Length: > 0 } && Input.ClientId is null)
        {
            ModelState.AddModelError("Input.Client", "mailroom.clientNotChosen");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.RegisterAsync(
            new(
                CodeConversion.Parse<IncomingChannel>(Input.Channel!),
                Input.ReceivedOn!.Value,
                office,
                Input.Kind!,
                Input.Sender!,
                Input.Subject!
            )
            {
                SenderNumber = Input.SenderNumber,
                SenderDate = Input.SenderDate,
                Client = Input.ClientId is { } client ? new ClientId(client) : null,
                DueOn = Input.DueOn,
                Files = [.. Input.Files.Select(f => new Taking.ArrivedFile(f.FileName, f.OpenReadStream()))],
            },
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("mailroom.registered", ("number", done.Value.Number));
        return LocalRedirect($"/mailroom/{done.Value.Id}");
    }

    protected override async Task<bool> LoadAsync()
    {
        head.Title = T["mailroom.new"];
        head.Crumb(T["mailroom.menu"], "/mailroom").Crumb(T["mailroom.new"]);
        var all = await targets.OfficesAsync(clock.Today, Ct);
        Offices = [.. all.Where(o => OfficeId.TryParse(o.Value, out var id) && handler.Reaches(id))];
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class NewItemInput
{
    public string? Channel { get; set; }

    [Required(ErrorMessage = "mailroom.receivedMissing")]
    public DateOnly? ReceivedOn { get; set; }

    [Required(ErrorMessage = "mailroom.kindMissing")]
    public string? Kind { get; set; }

    [Required(ErrorMessage = "mailroom.senderMissing")]
    [StringLength(300)]
    public string? Sender { get; set; }

    [StringLength(100)]
    public string? SenderNumber { get; set; }

    public DateOnly? SenderDate { get; set; }

    [Required(ErrorMessage = "mailroom.subjectMissing")]
    [StringLength(500)]
    public string? Subject { get; set; }

    /// <summary>As typed in the picker; the choice is <see cref="ClientId"/>.</summary>
    public string? Client { get; set; }

    public Guid? ClientId { get; set; }

    public DateOnly? DueOn { get; set; }

    public string? Office { get; set; }

    public List<IFormFile> Files { get; set; } = [];
}
