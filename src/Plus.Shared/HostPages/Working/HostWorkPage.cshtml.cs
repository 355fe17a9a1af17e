using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.HostPages.Entering;
using Plus.Shared.HostPages.Records;
using Plus.Web.Binding;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.HostPages.Working;

/// <summary>
/// The host's own page, made for a phone: who is sent, what is planned on the day, hours and absences confirmed, the month
/// signed.
/// </summary>
[RequiresPermission(HostPagesModule.Use, AuthenticationSchemes = HostSession.Scheme)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class HostWorkPage(
    PlusDb db,
    HostSession session,
    HostWorkReader reader,
    HostWorkHandler handler,
    ViewLog views,
    PlusClock clock,
    Flash flash,
    Texts texts
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public Guid Section { get; set; }

    /// <summary>As typed; each client's field has a name of its own, so that an error stands where it belongs.</summary>
    public string? Typed { get; private set; }

    /// <summary>The client whose form was refused.</summary>
    public Guid Refused { get; private set; }

    public HostVisitor Visitor => session.Visitor;

    public DateOnly Today => clock.Today;

    public DateOnly Shown => Day ?? Today;

    private DateOnly Earliest => Today.AddDays(-HostWorkHandler.DaysBack);

    public bool HasDayBefore => Shown > Earliest;

    /// <summary>Two weeks of the schedule lie ahead.</summary>
    public bool HasDayAfter => Shown < Today.AddDays(14);

    /// <summary>What was worked is confirmed for a day that has come, and not long after it.</summary>
    public bool MayConfirm => Shown <= Today && Shown >= Earliest;

    public DateOnly Month => new(Shown.Year, Shown.Month, 1);

    public IReadOnlyList<HostClient> Clients { get; private set; } = [];

    public int MonthMinutes { get; private set; }

    public SignedMonth? Signed { get; private set; }

    /// <summary>What was signed is still what stands in the ledger.</summary>
    public bool SignedStillHolds { get; private set; }

    public static string FieldOf(SectionId section) => "Worked-" + section;

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Time(int minutes) => $"{minutes / 60:00}:{minutes % 60:00}";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        await LoadAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnPostWorkedAsync(CancellationToken ct)
    {
        Typed = Request.Form[FieldOf(new SectionId(Section))];
        if (!ForgivingHours.TryRead(Typed ?? "", out var minutes) || minutes <= 0)
        {
            return await RefusedAsync(texts["hostPages.work.hoursMissing"], ct);
        }

        var done = await handler.ConfirmAsync(new SectionId(Section), Shown, minutes, ct);
        return await AnsweredAsync(done, "hostPages.work.confirmed", ct);
    }

    public async Task<IActionResult> OnPostAbsentAsync(CancellationToken ct) =>
        await AnsweredAsync(
            await handler.AbsentAsync(new SectionId(Section), Shown, ct),
            "hostPages.work.absentTold",
            ct
        );

    public async Task<IActionResult> OnPostSignAsync(CancellationToken ct)
    {
        var done = await handler.SignAsync(Month, ct);
        if (!done.Done)
        {
            return await RefusedAsync(LawWords.Of(texts, done.Refusal), ct);
        }

        flash.Success("hostPages.sign.done");
        return LocalRedirect($"{HostSession.Root}?day={Iso(Shown)}");
    }

    public async Task<IActionResult> OnPostLeaveAsync()
    {
        await HttpContext.SignOutAsync(HostSession.Scheme);
        return LocalRedirect(HostSession.Root + "/closed");
    }

    private async Task<IActionResult> AnsweredAsync(Outcome<Unit> done, string key, CancellationToken ct)
    {
        if (done.Done)
        {
            flash.Success(key, ("day", Shown));
            return LocalRedirect($"{HostSession.Root}?day={Iso(Shown)}");
        }

        return done.Refusal.Kind == RefusalKind.NotFound
            ? NotFound()
            : await RefusedAsync(LawWords.Of(texts, done.Refusal), ct);
    }

    private async Task<IActionResult> RefusedAsync(string words, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        Refused = Section;
        ModelState.AddModelError(FieldOf(new SectionId(Section)), words);
        await LoadAsync(ct);
        return Page();
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        var last = Month.AddMonths(1).AddDays(-1);
        var month = await reader.ReadAsync(Visitor.Host, Month, last, ct);
        var day = await reader.ReadAsync(Visitor.Host, Shown, Shown, ct);
        Clients = day;
        MonthMinutes = month.Sum(c => c.Worked.Values.Sum(d => d.CreditedMinutes + d.RefusedMinutes));
        var (host, first) = (Visitor.Host, Month);
        Signed = await db.Set<SignedMonth>()
            .AsNoTracking()
            .Where(s => s.HostEmployerId == host && s.Month == first)
            .OrderByDescending(s => s.Id)
            .FirstOrDefaultAsync(ct);
        SignedStillHolds = Signed?.Hash == HostWorkReader.HashOf(month);
        await views.ListAsync(HostPagesModule.Use, day.Select(c => c.Client), ct);
    }
}
