using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Law.Figures;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Records;
using Plus.Shared.Exchange.Taking;
using Plus.Shared.Exchange.Worklist;
using Plus.Web.Controls;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Exchange.Deciding;

/// <summary>Who is it? The incoming person beside each known one, equal and differing fields marked; a human decides.</summary>
[RequiresPermission(IntakePermissions.Settle)]
internal sealed class MatchPage(
    PlusDb db,
    DecideMatchHandler handler,
    ViewLog views,
    PageHead head,
    Flash flash,
    Texts texts
) : PageModel
{
    private const string NewPerson = "new";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    /// <summary>A client's id, or "new".</summary>
    [BindProperty]
    public string? Who { get; set; }

    public IntakeMessage Message { get; private set; } = null!;

    public IReadOnlyList<string> ReasonWords { get; private set; } = [];

    public IReadOnlyList<Candidate> Candidates { get; private set; } = [];

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public string ToneOf(string standing) =>
        standing switch
        {
            "equal" => "green",
            "differs" => "red",
            _ => "grey",
        };

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) =>
        await LoadAsync(ct) ? Page() : LocalRedirect($"/intake/{Id}");

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        ClientId? same = Who != NewPerson && ClientId.TryParse(Who, out var id) ? id : null;
        var outcome =
            Who != NewPerson && same is null ? new NobodyChosen() : await handler.HandleAsync(Id, same, Version, ct);
        if (outcome.Done)
        {
            flash.Success("exchange.match.done");
            return LocalRedirect($"/intake/{Id}");
        }

        db.ChangeTracker.Clear();
        if (outcome.Refusal.Kind == RefusalKind.NotFound)
        {
            return NotFound();
        }

        if (!await LoadAsync(ct))
        {
            flash.Notice("exchange.refusal.settledAlready");
            return LocalRedirect($"/intake/{Id}");
        }

        ModelState.AddModelError(outcome.Refusal.Field ?? "", outcome.Refusal.TextKey);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        var message = await db.Set<IntakeMessage>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == Id, ct);
        if (message?.State != IntakeState.MatchToConfirm)
        {
            return false;
        }

        Message = message;
        var content = MessageReader.Read(Encoding.UTF8.GetBytes(message.Raw)).Content!;
        var ids = MatchCandidates.Of(message);
        await db.Database.OpenConnectionAsync(ct);
        var known = await KnownPeople.LoadAsync(db, [], ids, new HashSet<CriminalArticle>(), ct);
        var present = ids.Where(known.Has).ToList();
        await views.ListAsync(IntakePermissions.Settle, present, ct);
        Candidates =
        [
            .. present.Select(i => new Candidate(
                i,
                known[i].Client.FullName,
                Comparison.Of(content.Person!, known[i], texts)
            )),
        ];
        Choices =
        [
            .. Candidates.Select(c => new Choice(
                c.Id.ToString(),
                texts["exchange.match.same", ("name", c.Name)],
                null,
                false
            )),
        ];
        if (!MessageKinds.RefersToAnother(content.Kind))
        {
            Choices = [.. Choices, new Choice(NewPerson, texts["exchange.match.new"], null, false)];
        }

        ReasonWords = [.. IntakeReason.Read(message.ReasonValues).Select(r => ReasonText.Of(r, texts))];
        IntakeMenu.Show(head, texts, texts["exchange.match.title"], "");
        head.Crumb(texts["exchange.value." + message.Kind], $"/intake/{Id}");
        return true;
    }
}

/// <summary>A known client the person may be.</summary>
internal sealed record Candidate(ClientId Id, string Name, IReadOnlyList<ComparedField> Fields);
