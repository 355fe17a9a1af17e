using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Rules;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Organisation.Records;
using Plus.Shared.Partners.Records;
using Plus.Shared.Rules;
using Plus.Shared.WorkHours.Contract;
using Plus.Web.Controls;
using Plus.Web.Language;

namespace Plus.Shared.WorkHours.Worth;

/// <summary>What the hours of a period are worth at the minimum hourly tariff, for the service, an office or a host.</summary>
[RequiresPermission(WorkHoursModule.Worth)]
internal sealed class WorthPage(
    PlusDb db,
    WorthReader reader,
    FunctionDoors doors,
    StaffAccessor staff,
    PlusClock clock,
    Texts texts
) : PageModel
{
    private const string Every = "all";

    /// <summary>Any day of the first month.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    /// <summary>Any day of the last month.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>Adults' community work unless another is chosen: the published sums are made of it alone.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Function { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Office { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Host { get; set; }

    public IReadOnlyList<Choice> Functions { get; private set; } = [];

    public IReadOnlyList<Choice> Offices { get; private set; } = [];

    public IReadOnlyList<Choice> Hosts { get; private set; } = [];

    public WorthAnswer? Answer { get; private set; }

    public bool SeesTariffs => staff.Current.May(RulesModule.View);

    public string TariffHref => "/rules/parameters/" + ParameterCodes.MinimumHourlyTariff;

    /// <summary>The same question with another function.</summary>
    public string HrefOf(string function) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/work-hours/worth?From={From:yyyy-MM-dd}&To={To:yyyy-MM-dd}&Function={function}&Office={Office}&Host={Host}"
        );

    /// <summary>Months in words, those that follow one another as one stretch.</summary>
    public string Months(IReadOnlyList<DateOnly> months)
    {
        var stretches = new List<(DateOnly First, DateOnly Last)>();
        foreach (var month in months)
        {
            if (stretches.Count > 0 && stretches[^1].Last.AddMonths(1) == month)
            {
                stretches[^1] = (stretches[^1].First, month);
            }
            else
            {
                stretches.Add((month, month));
            }
        }

        return string.Join(
            ", ",
            stretches.Select(s => s.First == s.Last ? Month(s.First) : $"{Month(s.First)}–{Month(s.Last)}")
        );
    }

    public static string Month(DateOnly month) => month.ToString("MM.yyyy", CultureInfo.InvariantCulture);

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (From is null && To is null && ModelState.IsValid)
        {
            (From, To) = await reader.LatestAsync(clock.Today, ct);
        }

        var work = doors.All.OfType<WorkDoor>().ToList();
        Functions =
        [
            .. work.Select(d => new Choice(d.Code, texts["law.function." + d.Code])),
            new(Every, texts["workHours.worth.all"]),
        ];
        if (Function != Every && !work.Exists(d => d.Code == Function))
        {
            Function = ProbationFunction.CommunityWork.Code();
        }

        Offices =
        [
            .. (await db.Set<Office>().OrderBy(o => o.Name).Select(o => new { o.Id, o.Name }).ToListAsync(ct)).Select(
                o => new Choice(o.Id.ToString(), o.Name)
            ),
        ];
        Hosts =
        [
            .. (
                await db.Set<HostEmployer>().OrderBy(h => h.Name).Select(h => new { h.Id, h.Name }).ToListAsync(ct)
            ).Select(h => new Choice(h.Id.ToString(), h.Name)),
        ];
        if (From > To)
        {
            ModelState.AddModelError("To", "workHours.worth.backwards");
        }

        if (!ModelState.IsValid || From is not { } from || To is not { } to)
        {
            return;
        }

        Answer = await reader.ReadAsync(
            new WorthQuestion(
                new MonthsAsked(
                    new DateOnly(from.Year, from.Month, 1),
                    new DateOnly(to.Year, to.Month, 1).AddMonths(1).AddDays(-1),
                    Office is { } office ? new OfficeId(office) : null,
                    Host is { } host ? new HostEmployerId(host) : null
                ),
                Function == Every ? null : Function
            ),
            ct
        );
    }
}
