using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Records;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Partners.Trainings;

/// <summary>A training or briefing that people of a host employer took part in.</summary>
[RequiresPermission(PartnersModule.Edit)]
[KeepsDraft("partners.training.new", Subject = "id")]
internal sealed class NewTrainingPage(
    PlusDb db,
    HostEditing editing,
    TrainingHandler handler,
    PlusClock clock,
    PageHead head
) : HostFormPage(db, editing, head)
{
    [BindProperty]
    public TrainingInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Kinds =>
        [.. HostTraining.Kinds.Select(k => new Choice(k, T["partners.training.kind." + k]))];

    protected override string TitleKey => "partners.training.add";

    public override Task<IActionResult> OnGetAsync()
    {
        Input.Kind = HostTraining.ChildRights;
        Input.HeldOn = clock.Today;
        return ShowAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!HostTraining.Kinds.Contains(Input.Kind))
        {
            ModelState.AddModelError("Input.Kind", "partners.training.kindMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.AddAsync(HostId, Input.Kind!, Input.HeldOn!.Value, Input.Participants!, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("partners.training.added");
        return LocalRedirect(Href);
    }
}

/// <summary>What the form asks.</summary>
internal sealed class TrainingInput
{
    public string? Kind { get; set; }

    [Required(ErrorMessage = "partners.training.heldOnMissing")]
    public DateOnly? HeldOn { get; set; }

    [Required(ErrorMessage = "partners.training.participantsMissing")]
    [StringLength(500)]
    public string? Participants { get; set; }
}

/// <summary>A training that is still to come is not recorded as held.</summary>
public sealed record TrainingIsToCome() : Refusal("partners.refusal.trainingToCome")
{
    public override string? Field => "HeldOn";
}

/// <summary>Records trainings of host employers.</summary>
internal sealed class TrainingHandler(PlusDb db, HostEditing editing, PlusClock clock)
{
    public async Task<Outcome<Unit>> AddAsync(
        HostEmployerId host,
        string kind,
        DateOnly heldOn,
        string participants,
        CancellationToken ct
    )
    {
        if (await editing.FindAsync(host, ct) is null)
        {
            return new NoSuchRecord();
        }

        if (heldOn > clock.Today)
        {
            return new TrainingIsToCome();
        }

        db.Add(new HostTraining(host, kind, heldOn, participants.Trim()));
        return await editing.CommitAsync(
            host,
            PartnersModule.TrainingAdded,
            ct,
            heldOn,
            values: [("kind", kind), ("day", heldOn)]
        );
    }
}
