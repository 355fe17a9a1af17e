using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Records;
using Plus.Shared.Exchange.Worklist;
using Plus.Web.Journeys;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Exchange.Mending;

/// <summary>A quarantined line to be mended and sent in again. What was typed stays until it is right.</summary>
[RequiresPermission(IntakePermissions.Settle)]
[KeepsDraft("exchange.mend", Subject = "id")]
internal sealed class MendPage(PlusDb db, MendHandler handler, PageHead head, Flash flash, Texts texts) : PageModel
{
    private static readonly JsonSerializerOptions Spread = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    public IntakeMessage Message { get; private set; } = null!;

    public IReadOnlyList<string> ReasonWords { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await LoadAsync(ct))
        {
            return LocalRedirect($"/intake/{Id}");
        }

        Text ??= Readable(Message.Raw);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var (taken, wrong, refusal) = await handler.HandleAsync(Id, Text ?? "", Version, ct);
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

        foreach (var reason in wrong)
        {
            ModelState.AddModelError(nameof(Text), ReasonText.Of(reason, texts));
        }

        if (refusal is not null)
        {
            ModelState.AddModelError("", refusal.TextKey);
            Response.StatusCode = 409;
        }

        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var message = await db.Set<IntakeMessage>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == Id, ct);
        if (message?.State != IntakeState.Rejected)
        {
            return false;
        }

        Message = message;
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
