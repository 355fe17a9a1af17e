using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.CommunityWork;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Obligations.Bans;
using Plus.Shared.Partners.Records;
using Plus.Shared.WorkHours.Overview;
using Plus.Shared.WorkHours.Records;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.WorkHours.Placing;

/// <summary>Proposes where the client could work, best first with reasons, and sends them there.</summary>
[RequiresPermission(WorkHoursModule.Enter)]
[KeepsDraft("workHours.place", Subject = "section")]
internal sealed class PlacePage(
    PlusDb db,
    SectionReader reader,
    PlaceClientHandler handler,
    PlacementProposals proposals,
    FunctionDoors doors,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : WorkPage(db, reader, doors, views, clock, heading), IAsksOfBan
{
    IBanInput IAsksOfBan.Input => Input;

    public bool IsFact => false;

    private const int Shown = 15;
    private readonly PlusDb _db = db;

    [BindProperty]
    public PlaceInput Input { get; set; } = new();

    public IReadOnlyList<Proposal> Found { get; private set; } = [];

    /// <summary>How many hosts there are beside those shown.</summary>
    public int More { get; private set; }

    /// <summary>Where the client works on the first day already.</summary>
    public Placement? Present { get; private set; }

    public bool HasProfile { get; private set; }

    public IReadOnlyList<Choice> EndReasons =>
        [
            .. Placement
                .EndReasons.Where(r => r != "sectionClosed")
                .Select(r => new Choice(r, T["workHours.endReason." + r])),
        ];

    public IReadOnlyList<Choice> Works => [.. WorkDemands.Works.Select(w => new Choice(w, T["partners.work." + w]))];

    protected override string Part => WorkHoursModule.Enter;

    protected override string StepKey => "workHours.place.title";

    public string Words(FitReason reason) =>
        T["law.placement." + reason.Code, [.. reason.Values.Select(v => (v.Key, (object?)v.Value))]];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>Looks for host employers by what was typed.</summary>
    public Task<IActionResult> OnPostSearchAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.From is null && ModelState.IsValid)
        {
            ModelState.AddModelError("Input.From", "workHours.place.fromMissing");
        }

        var parts = (Input.Host ?? "").Split('/');
        Guid? site = parts.Length == 2 && Guid.TryParse(parts[1], out var read) ? read : null;
        if (!HostEmployerId.TryParse(parts[0], out var host))
        {
            ModelState.AddModelError("Input.Host", "workHours.place.hostMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var order = new PlacementOrder(
            host,
            site,
            WorkDemands.Works.Contains(Input.Work) ? Input.Work : null,
            Input.From!.Value,
            Input.EndReason,
            Input.Override
        )
        {
            BanKnown = Input.BanKnown,
        };
        var done = await handler.PlaceAsync(Door, Id, order, Version, Ct);
        if (done.Refusal is RulesSpeakAgainst rules)
        {
            ModelState.AddModelError(
                "Input.Override",
                T["workHours.refusal.rulesAgainst", ("rules", string.Join(" ", rules.Against.Select(Words)))]
            );
            return await ShowAsync();
        }

        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("workHours.place.done", ("from", Input.From));
        return LocalRedirect(Href);
    }

    protected override string FieldOf(Refusal refusal) => "Input." + (refusal.Field ?? "Host");

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Input.From ??= Today;
        var from = Input.From.Value;
        Present = (await _db.Set<Placement>().AsNoTracking().Where(p => p.SectionId == Id).ToListAsync(Ct)).Find(p =>
            p.Covers(from) && p.From < from
        );
        HasProfile = await _db.Set<WorkProfile>().AnyAsync(p => p.SectionId == Id, Ct);
        var typed = (Input.Query ?? "").Trim();
        var all = await proposals.RankAsync(View.Section, View.Client, from, null, Ct);
        var fitting = all.Where(p =>
                typed.Length == 0
                || p.Host.Name.Contains(typed, StringComparison.CurrentCultureIgnoreCase)
                || p.Address.Contains(typed, StringComparison.CurrentCultureIgnoreCase)
            )
            .ToList();
        Found = [.. fitting.Take(Shown)];
        More = fitting.Count - Found.Count;
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class PlaceInput : IBanInput
{
    public bool BanKnown { get; set; }

    [StringLength(100)]
    public string? Query { get; set; }

    /// <summary>The host, and its site behind a stroke where it has one.</summary>
    [StringLength(80)]
    public string? Host { get; set; }

    public string? Work { get; set; }

    public DateOnly? From { get; set; }

    public string? EndReason { get; set; }

    [StringLength(2000)]
    public string? Override { get; set; }
}
