using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Time;
using Plus.Law.Tasks;
using Plus.Shared.Breaches;
using Plus.Shared.Breaches.Listing;
using Plus.Shared.Cases;
using Plus.Shared.Contacts;
using Plus.Shared.Contacts.Norms;
using Plus.Shared.Opportunities;
using Plus.Shared.Opportunities.Showing;
using Plus.Shared.Tasks;
using Plus.Shared.Tasks.Lists;

namespace Plus.Shared.Home.Board;

/// <summary>One number of the board and where its rows are.</summary>
internal sealed record BoardLine(string TextKey, int Count, string Href);

/// <summary>What a head must see of the office: outcomes that are missing, contacts below the norm, live violations, terms, plans,
/// and clients who moved or are not back.</summary>
[RequiresPermission(CasePermissions.Assign)]
internal sealed class BoardPage(
    TaskList tasks,
    NormReader norms,
    LiveBreaches breaches,
    OpportunityList opportunities,
    ViewLog views,
    PlusClock clock,
    StaffAccessor staff
) : PageModel
{
    public IReadOnlyList<BoardLine> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var lines = new List<BoardLine>();
        if (staff.Current.May(TasksModule.View))
        {
            var (week, month, more) = await tasks.LateAsync(
                TaskKinds.OutcomeMissing,
                clock.Today,
                TasksModule.View,
                ct
            );
            lines.Add(new("home.board.outcomesWeek", week, Href(TaskKinds.OutcomeMissing, "late7")));
            lines.Add(new("home.board.outcomesMonth", month, Href(TaskKinds.OutcomeMissing, "late30")));
            lines.Add(new("home.board.outcomesMore", more, Href(TaskKinds.OutcomeMissing, "lateMore")));
            var counts = await tasks.CountsAsync(own: false, clock.Today, TasksModule.View, ct);
            TaskCount Of(string kind) => counts.Find(c => c.Kind == kind) ?? new TaskCount(kind, 0, 0, 0, 0, 0);
            var ends = Of(TaskKinds.TermEnds);
            lines.Add(
                new(
                    "home.board.termsEnding",
                    ends.Today + ends.Week + ends.Later + ends.Overdue,
                    Href(TaskKinds.TermEnds)
                )
            );
            lines.Add(
                new(
                    "home.board.plansUnreviewed",
                    Of(TaskKinds.PlanReview).Overdue,
                    Href(TaskKinds.PlanReview, "overdue")
                )
            );
            lines.Add(new("home.board.stepsLate", Of(TaskKinds.PlanStep).Overdue, Href(TaskKinds.PlanStep, "overdue")));
            var moved = Of(TaskKinds.TransferProposal);
            lines.Add(
                new(
                    "home.board.moved",
                    moved.Today + moved.Week + moved.Later + moved.Overdue,
                    Href(TaskKinds.TransferProposal)
                )
            );
            lines.Add(
                new(
                    "home.board.notBack",
                    Of(TaskKinds.ApplicationReturn).Overdue,
                    Href(TaskKinds.ApplicationReturn, "overdue")
                )
            );
            lines.Add(
                new(
                    "home.board.notRegistered",
                    Of(TaskKinds.RegisterClient).Overdue,
                    Href(TaskKinds.RegisterClient, "overdue")
                )
            );
        }

        if (staff.Current.May(BreachesModule.View))
        {
            var live = await breaches.CountAsync(own: false, BreachesModule.View, ct);
            lines.Add(new("home.board.liveBreaches", live, "/breaches?of=all"));
        }

        if (staff.Current.May(ContactsModule.View))
        {
            var below = await norms.BelowAsync(own: false, ContactsModule.View, ct);
            await views.ListAsync("home.board", below.Select(x => x.Client), ct);
            lines.Add(new("home.board.belowNorm", below.Count, "/contacts/below?of=all"));
        }

        if (staff.Current.May(OpportunitiesModule.View))
        {
            var met = await opportunities.ReadAsync(own: false, metOnly: true, OpportunitiesModule.View, ct);
            await views.ListAsync("home.board", met.Select(x => x.Client), ct);
            lines.Add(new("home.board.opportunities", met.Count, "/opportunities?of=all"));
        }

        Lines = lines;
    }

    private static string Href(string kind, string? state = null) =>
        $"/tasks?of=all&kind={kind}" + (state is null ? "" : "&state=" + state);
}
