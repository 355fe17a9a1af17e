using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Records;
using Plus.Shared.Exchange.Worklist;
using Plus.Shared.Organisation.Records;
using Plus.Web.Controls;
using Plus.Web.Display;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Exchange.Message;

/// <summary>One message: what came, what is the matter with it, what took effect, and what a human may do.</summary>
[RequiresPermission(IntakePermissions.View)]
internal sealed class MessagePage(
    PlusDb db,
    SettleHandler settle,
    ChooseOfficeHandler chooseOffice,
    OpenWithheldHandler openWithheld,
    FunctionDoors doors,
    StaffAccessor staff,
    ViewLog views,
    PlusClock clock,
    PageHead head,
    Flash flash,
    Texts texts
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public uint Version { get; set; }

    [BindProperty]
    public Guid? Office { get; set; }

    public IntakeMessage Message { get; private set; } = null!;

    public string Heading { get; private set; } = "";

    public string StateCode => Message.Waiting ? "waiting" : CodeConversion.CodeOf(Message.State);

    public string? Tone => StateTones.Of(CodeConversion.CodeOf(Message.State));

    public IReadOnlyList<string> ReasonWords { get; private set; } = [];

    public List<SummaryLine> Known { get; private set; } = [];

    public List<SummaryLine> Unknown { get; private set; } = [];

    public IEnumerable<SummaryLine> RawLines => [new(texts["exchange.message.raw"], Message.Raw)];

    /// <summary>The client and the sections the message had an effect on.</summary>
    public List<SummaryLine> Effects { get; } = [];

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    public bool WithoutOffice { get; private set; }

    public bool MaySettle => staff.Current.May(IntakePermissions.Settle);

    public bool MayBeSettled => Message.State == IntakeState.Attention;

    public bool HasWithheld { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await LoadAsync(ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostSettleAsync(CancellationToken ct) =>
        DoAsync(() => settle.HandleAsync(Id, Version, ct), "exchange.message.settled", ct);

    public Task<IActionResult> OnPostOfficeAsync(CancellationToken ct) =>
        DoAsync(
            () => chooseOffice.HandleAsync(Id, Office is { } o ? new OfficeId(o) : null, Version, ct),
            "exchange.message.officeChosen",
            ct
        );

    public Task<IActionResult> OnPostWithheldAsync(CancellationToken ct) =>
        DoAsync(() => openWithheld.HandleAsync(Id, Version, ct), "exchange.message.withheldOpened", ct);

    private async Task<IActionResult> DoAsync(Func<Task<Outcome<Unit>>> act, string done, CancellationToken ct)
    {
        if (!MaySettle)
        {
            return Forbid();
        }

        var outcome = await act();
        if (outcome.Done)
        {
            flash.Success(done);
            return LocalRedirect($"/intake/{Id}");
        }

        if (outcome.Refusal.Kind == RefusalKind.NotFound || !await LoadAsync(ct))
        {
            return NotFound();
        }

        ModelState.AddModelError(outcome.Refusal.Field ?? "", outcome.Refusal.TextKey);
        Response.StatusCode = outcome.Refusal.Kind == RefusalKind.Conflict ? 409 : 200;
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        Effects.Clear();
        var message = await db.Set<IntakeMessage>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == Id, ct);
        if (message is null)
        {
            return false;
        }

        Message = message;
        if (message.ClientId is { } client)
        {
            await views.ConsultAsync(IntakePermissions.View, client, null, ct);
            var name = await db.Set<Client>()
                .Where(c => c.Id == client)
                .Select(c => c.GivenName + " " + c.Surname)
                .SingleAsync(ct);
            Effects.Add(new SummaryLine(texts["exchange.list.client"], name) { Href = $"/clients/{client}" });
        }

        var read = MessageReader.Read(Encoding.UTF8.GetBytes(message.Raw));
        (Known, Unknown) = MessageLines.Of(message.Raw, read.Content?.UnknownMembers ?? [], texts);
        var reasons = IntakeReason.Read(message.ReasonValues);
        ReasonWords = [.. reasons.Select(r => ReasonText.Of(r, texts))];
        HasWithheld =
            MayBeSettled && reasons.Any(r => r.Code == IntakeReasons.AdditionalSupervisionWithoutImprisonment);
        Heading = message.Kind is null ? texts["exchange.message.title"] : texts["exchange.value." + message.Kind];
        IntakeMenu.Show(head, texts, Heading, "");
        await LoadEffectAsync(ct);
        return true;
    }

    private async Task LoadEffectAsync(CancellationToken ct)
    {
        if (Message.MessageId is not { } own || Message.State == IntakeState.Rejected)
        {
            return;
        }

        // Compared with a number that is not there, every basis without one would be its own.
        Guid[] numbers = [own, Message.RefersTo ?? own];
        var sections = await db.Set<Section>()
            .AsNoTracking()
            .Join(
                db.Set<Basis>().Where(b => numbers.Contains(b.MessageId!.Value)),
                s => s.BasisId,
                b => b.Id,
                (s, b) => s
            )
            .OrderBy(s => s.Id)
            .ToListAsync(ct);
        Effects.AddRange(
            sections.Select(s => new SummaryLine(
                texts["law.measure." + s.Measure],
                texts["law.state." + s.State.Code()]
            )
            {
                Href = doors.OfCode(s.Function).SectionHref(s.Id),
            })
        );
        WithoutOffice = sections.Exists(s => s.IsOpen && s.OfficeId is null);
        if (WithoutOffice)
        {
            var today = clock.Today;
            Offices =
            [
                .. await db.Set<Office>()
                    .Where(o => o.Kind != OfficeKind.Central && o.From <= today && (o.To == null || o.To >= today))
                    .OrderBy(o => o.Name)
                    .Select(o => new Choice(o.Id.ToString(), o.Name, null, false))
                    .ToListAsync(ct),
            ];
        }
    }
}
