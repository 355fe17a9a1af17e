using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Law.Breaches;
using Plus.Shared.Breaches.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Breaches.Recording;

/// <summary>Records a violation: what, when, whether the client came.</summary>
[RequiresPermission(BreachesModule.Work)]
[KeepsDraft("breaches.record", Subject = "id")]
internal sealed class RecordBreachPage(
    SectionReader reader,
    RecordBreachHandler handler,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : SectionFormPage
{
    private static readonly string[] AttendanceCodes = ["no", "yes", "notAsked"];

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public RecordBreachInput Input { get; set; } = new();

    public SectionView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Kinds => BreachWords.Choices(T, "breaches.kind.", BreachKinds.All);

    public IReadOnlyList<Choice> Attendances => BreachWords.Choices(T, "breaches.attended.", AttendanceCodes);

    public Task<IActionResult> OnGetAsync()
    {
        Input.OccurredOn ??= clock.Today;
        Input.AskExplanation = true;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!BreachKinds.All.Contains(Input.Kind))
        {
            ModelState.AddModelError("Input.Kind", "breaches.record.kindMissing");
        }

        if (!AttendanceCodes.Contains(Input.Attended))
        {
            ModelState.AddModelError("Input.Attended", "breaches.record.attendedMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        bool? attended = Input.Attended switch
        {
            "no" => false,
            "yes" => true,
            _ => null,
        };
        var done = await handler.RecordAsync(
            new NewBreach(new SectionId(Id), Input.Kind, Input.OccurredOn!.Value, attended, Input.Description!.Trim())
            {
                AskExplanation = Input.AskExplanation,
            },
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("breaches.record.done");
        return LocalRedirect($"/breaches/{done.Value}");
    }

    protected override async Task<bool> LoadAsync()
    {
        var id = new SectionId(Id);
        if (
            await reader.FindAsync(id, BreachesModule.Work, Ct) is not { Section.IsOpen: true } view
            || !BreachLadder.Has(view.Section.Measure)
        )
        {
            return false;
        }

        await views.ConsultAsync(BreachesModule.Work, view.Client.Id, id, Ct);
        View = view;
        await heading.ShowAsync(view, T["breaches.record.title"], Ct);
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class RecordBreachInput
{
    public string Kind { get; set; } = "";

    [Required(ErrorMessage = "breaches.record.dayMissing")]
    public DateOnly? OccurredOn { get; set; }

    public string Attended { get; set; } = "";

    [Required(ErrorMessage = "breaches.record.descriptionMissing")]
    [StringLength(4000)]
    public string? Description { get; set; }

    public bool AskExplanation { get; set; }
}
