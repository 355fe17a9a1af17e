using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Records;
using Plus.Shared.Exchange.Worklist;
using Plus.Web.Display;
using Plus.Web.Journeys;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Exchange.Mending;

/// <summary>
/// A quarantined line to be mended and sent in again: field by field, or as text when it is no JSON. What was typed
/// stays until it is right.
/// </summary>
[RequiresPermission(IntakePermissions.Settle)]
[KeepsDraft("exchange.mend", Subject = "id")]
internal sealed class MendPage(PlusDb db, MendHandler handler, PageHead head, Flash flash, Texts texts, PlusClock clock)
    : PageModel
{
    private static readonly JsonSerializerOptions Spread = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>text: the line as text although it could be a form.</summary>
    [BindProperty(SupportsGet = true, Name = "as")]
    public string? As { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public IntakeMessage Message { get; private set; } = null!;

    /// <summary>The line as it came.</summary>
    public IEnumerable<SummaryLine> RawLines => [new(texts["exchange.message.raw"], Message.Raw)];

    public IReadOnlyList<string> ReasonWords { get; private set; } = [];

    /// <summary>The fields by their groups; none when the line is mended as text.</summary>
    public IReadOnlyList<MendGroup> Groups { get; private set; } = [];

    /// <summary>The line can be mended field by field.</summary>
    public bool MayBeForm { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return LocalRedirect($"/intake/{Id}");
        }

        if (As != "text" && MessageForm.Of(Message.Raw) is { } form)
        {
            ShowForm(form, IntakeReason.Read(Message.ReasonValues));
        }

        Text ??= Readable(Message.Raw);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return NotFound();
        }

        var form = Text is null ? MessageForm.Of(Message.Raw) : null;
        foreach (var (name, typed) in Request.Form)
        {
            if (MendFields.PathOf(name) is { } path)
            {
                form?.Write(path, typed.ToString(), clock.Today);
            }
        }

        var (taken, wrong, refusal) = await handler.HandleAsync(Id, form?.Text ?? Text ?? "", Version, ct);
        if (taken is { } message)
        {
            flash.Success("exchange.mend.done");
            return LocalRedirect($"/intake/{message}");
        }

        db.ChangeTracker.Clear();
        if (refusal?.Kind == RefusalKind.NotFound || !await LoadAsync(ct))
        {
            return NotFound();
        }

        if (form is null)
        {
            foreach (var reason in wrong)
            {
                ModelState.AddModelError(nameof(Text), ReasonText.Of(reason, texts));
            }
        }
        else
        {
            ShowForm(form, wrong);
        }

        if (refusal is not null)
        {
            ModelState.AddModelError("", refusal.TextKey);
            Response.StatusCode = 409;
        }

        return Page();
    }

    private void ShowForm(MessageForm form, IReadOnlyList<IntakeReason> wrong)
    {
        var fields = new MendFields(form.Members(), texts);
        Groups = fields.Groups;
        foreach (var reason in wrong)
        {
            ModelState.AddModelError(fields.NameFor(reason.Field), fields.WordsOf(reason));
        }
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var message = await db.Set<IntakeMessage>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == Id, ct);
        if (message?.State != IntakeState.Rejected)
        {
            return false;
        }

        Message = message;
        MayBeForm = MessageForm.Of(message.Raw) is not null;
        ReasonWords = [.. IntakeReason.Read(message.ReasonValues).Select(r => ReasonText.Of(r, texts))];
        IntakeMenu.Show(head, texts, texts["exchange.mend.title"], "");
        head.Crumb(texts["exchange.message.title"], $"/intake/{Id}");
        return true;
    }

    private static string Readable(string raw)
    {
        try
        {
            return JsonNode.Parse(raw)?.ToJsonString(Spread) ?? raw;
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException or InvalidOperationException)
        {
            return raw;
        }
    }
}
