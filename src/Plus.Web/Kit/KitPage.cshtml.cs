using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Time;
using Plus.Web.Binding;
using Plus.Web.Charts;
using Plus.Web.Controls;
using Plus.Web.Display;
using Plus.Web.Journeys;
using Plus.Web.Language;
using Plus.Web.Layout;
using Plus.Web.Lists;

namespace Plus.Web.Kit;

/// <summary>Every component in all its states, for those who build pages and for the accessibility check.</summary>
[RequiresPermission(PermissionPolicies.Everyone)]
[KeepsDraft("kit.controls")]
internal sealed class KitPage(Texts texts, PlusClock clock, PageHead head) : PageModel
{
    /// <summary>The parts the page is divided into; each is a partial of the same name.</summary>
    public static readonly string[] Parts = ["Controls", "Display", "Lists", "Charts"];

    [BindProperty(SupportsGet = true)]
    public string Part { get; set; } = "Controls";

    [BindProperty]
    public SampleForm Form { get; set; } = new();

    /// <summary>Any but the shown one is answered as if somebody had saved meanwhile.</summary>
    [BindProperty]
    public string? Version { get; set; }

    public DateOnly Today => clock.Today;

    public SampleData Data => new(texts, clock.Today);

    public TableView Ticked =>
        new Table<SampleRow>("web.kit.table.caption", Data.Table.Columns) { Tick = r => r.Name }.View(Data.Rows(6));

    public TableView Empty => Data.Table.View([]);

    public Chart NoData => new(texts["web.kit.chart.months"], [], [new ChartSeries(texts["web.kit.chart.a"], [])]);

    public string LongText => string.Concat(Enumerable.Repeat(texts["web.kit.timeline.text"] + " ", 30));

    public WorkProgress Work =>
        new(texts["web.kit.display.work"], 1234, 20000, 3, true)
        {
            ErrorsHref = "/kit",
            State = texts["web.kit.display.workState"],
        };

    public VersionConflict Conflict =>
        new(
            "8",
            texts["web.kit.sample.name"],
            new DateTimeOffset(2026, 4, 17, 9, 30, 0, TimeSpan.Zero),
            [
                new(texts["web.kit.field.name"], "Anna Ābola", "Anna Āboliņa"),
                new(texts["web.kit.field.office"], texts["web.kit.choice.phone"], texts["web.kit.choice.phone"]),
            ]
        );

    public IReadOnlyList<SummaryLine> Lines =>
        [
            new(texts["web.kit.field.name"], texts["web.kit.sample.name"]) { ChangeHref = "/kit" },
            new(texts["web.kit.table.opened"], Today) { Format = "long", Source = texts["web.kit.display.source"] },
            new(texts["web.kit.field.agreed"], true) { ChangeHref = "/kit" },
            new(texts["web.kit.field.note"], LongText),
            new(texts["web.kit.field.phone"], null),
        ];

    public IReadOnlyList<TaskLine> Tasks =>
        [
            new(texts["web.kit.display.task"], "/kit", texts["web.kit.display.late"])
            {
                Tone = "red",
                Hint = texts["web.kit.display.why"],
            },
            new(texts["web.kit.field.note"], "/kit", texts["web.kit.state.open"]) { Tone = "blue" },
            new(texts["web.kit.field.office"], null, texts["web.banner.success"]),
        ];

    public IReadOnlyList<Choice> Kinds =>
        [
            new("office", texts["web.kit.choice.office"], texts["web.kit.choice.office.note"]),
            new("phone", texts["web.kit.choice.phone"]),
            new("visit", texts["web.kit.choice.visit"], Disabled: true),
        ];

    public IdentityBar Identity =>
        new(texts["web.kit.sample.name"], "/kit", "2026-01234")
        {
            Age = texts["web.kit.sample.age", ("age", 34)],
            Level = texts["web.kit.sample.level"],
            LevelReason = texts["web.kit.sample.reason"],
            Warnings =
            [
                new(WarningKind.Danger, texts["web.kit.sample.danger"], "/kit"),
                new(WarningKind.Notice, texts["web.kit.sample.notice"]),
            ],
            Measures =
            [
                new(
                    texts["web.kit.sample.hours"],
                    texts["web.kit.sample.hoursLeft", ("left", 2490)],
                    "/kit",
                    5310,
                    7800
                ),
                new(texts["web.kit.sample.term"], texts["web.kit.sample.termLeft", ("days", 121)], "/kit", 244, 365),
            ],
        };

    public IActionResult OnGet() => Parts.Contains(Part) ? Page() : NotFound();

    public IActionResult OnPost()
    {
        if (!Parts.Contains(Part))
        {
            return NotFound();
        }

        if (Version is not (null or "7" or "8"))
        {
            head.Conflict = Conflict;
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        if (ModelState.IsValid)
        {
            return LocalRedirect("/kit?part=" + Part);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>A form with one field of each kind.</summary>
    internal sealed class SampleForm
    {
        [Required]
        [StringLength(40)]
        public string Name { get; set; } = "";

        [Required]
        public string PersonalCode { get; set; } = "";

        [Required]
        public DateOnly? Day { get; set; }

        [Hours]
        [Required]
        public int? Worked { get; set; }

        [Range(0, 1000)]
        public decimal? Amount { get; set; }

        [Required]
        public string Office { get; set; } = "";

        [Required]
        public string Kind { get; set; } = "";

        [Required]
        public string[]? Topics { get; set; }

        public bool Agreed { get; set; }

        [StringLength(500)]
        public string Note { get; set; } = "";

        public string Person { get; set; } = "";
    }
}
