using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Time;
using Plus.Law.Assignment;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Cases.Transfers;
using Plus.Web.Controls;
using Plus.Web.Journeys;

namespace Plus.Shared.Cases.Assigning;

/// <summary>
/// Who takes a section: people of its office in the order in which they are proposed, what speaks for and against each, and
/// before it is done what it does. Whoever chooses another than the first says why.
/// </summary>
[RequiresPermission(CasePermissions.Assign)]
[KeepsDraft("cases.assign", Subject = "id")]
internal sealed class AssignPage(
    SectionReader reader,
    AssignmentProposal proposals,
    TransferHandler handler,
    FunctionDoors doors,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AssignInput Input { get; set; } = new();

    public SectionView View { get; private set; } = null!;

    public Proposal Proposal { get; private set; } = null!;

    /// <summary>Somebody was chosen and nothing stands against it: what it does is shown, to be confirmed.</summary>
    public bool Checking { get; private set; }

    public ProposedPerson? Chosen => Proposal.People.FirstOrDefault(p => p.Id.ToString() == Input.Manager);

    /// <summary>The first one who is proposed; null when nobody can take it.</summary>
    public ProposedPerson? First => Proposal.People.FirstOrDefault(p => !p.Ranked.Refused);

    public IReadOnlyList<Choice> People =>
        [
            .. Proposal
                .People.Where(p => !p.Ranked.Refused)
                .Select((p, i) => new Choice(p.Id.ToString(), NameOf(p, i == 0), Marks(p))),
        ];

    public IReadOnlyList<ProposedPerson> Refused => [.. Proposal.People.Where(p => p.Ranked.Refused)];

    public IReadOnlyList<Choice> Reasons =>
        [.. Transfer.Reasons.Select(r => new Choice(r, T["cases.transferReason." + r]))];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    /// <summary>From the choice to what it does.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        if (Chosen is not { Ranked.Refused: false } chosen)
        {
            ModelState.AddModelError("Input.Manager", "cases.assign.managerMissing");
            return Page();
        }

        if (chosen.Id != First?.Id && string.IsNullOrWhiteSpace(Input.Note))
        {
            ModelState.AddModelError("Input.Note", "cases.assign.noteMissing");
        }

        Input.Reason = Transfer.Reasons.Contains(Input.Reason) ? Input.Reason : ReasonOf(chosen);
        Checking = ModelState.IsValid;
        return Page();
    }

    public Task<IActionResult> OnPostChangeAsync() => ShowAsync();

    public async Task<IActionResult> OnPostConfirmAsync()
    {
        var shown = await OnPostAsync();
        if (!Checking || Chosen is not { } chosen || View.Section.OfficeId is not { } office)
        {
            Checking = false;
            return shown;
        }

        var done = await handler.HandleAsync(
            new Transfer(
                [View.Section.Id],
                office,
                chosen.Id,
                Input.Reason!,
                string.IsNullOrWhiteSpace(Input.Note) ? Grounds(chosen) : Input.Note.Trim(),
                []
            ),
            Ct
        );
        if (!done.Done)
        {
            Checking = false;
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("cases.assign.done", ("name", chosen.Name));
        return LocalRedirect(doors.OfCode(View.Section.Function).SectionHref(View.Section.Id));
    }

    /// <summary>What speaks for and against a person, in words.</summary>
    public string Marks(ProposedPerson person) =>
        string.Join(
            "; ",
            person
                .Ranked.Marks.Select(m =>
                    m.Code == AssignmentRank.Away
                        ? T[
                            person.StandIn is null ? "cases.assign.away" : "cases.assign.awayStandIn",
                            ("until", person.Ranked.Candidate.AwayUntil),
                            ("name", person.StandIn)
                        ]
                        : T["law.assignment_mark." + m.Code]
                )
                .Prepend(T["cases.assign.load", ("count", person.Ranked.Candidate.OpenSections)])
        );

    protected override async Task<bool> LoadAsync()
    {
        var id = new SectionId(Id);
        if (
            await reader.FindAsync(id, CasePermissions.Assign, Ct)
            is not { Section: { IsOpen: true, OfficeId: not null } } view
        )
        {
            return false;
        }

        await views.ConsultAsync(CasePermissions.Assign, view.Client.Id, id, Ct);
        View = view;
        Proposal = await proposals.ReadAsync(view, clock.Today, Ct);
        await heading.ShowAsync(view, T["cases.assign.title"], Ct);
        return true;
    }

    protected override string FieldOf(Refusal refusal) => refusal.Field is { } field ? "Input." + field : "";

    private string NameOf(ProposedPerson person, bool first) =>
        first ? T["cases.assign.proposed", ("name", person.Name)]
        : person.Id == View.Section.ManagerId ? T["cases.assign.present", ("name", person.Name)]
        : person.Name;

    private string? Grounds(ProposedPerson person) =>
        person.Ranked.Marks.Any(m => m.Speaks)
            ? string.Join(
                "; ",
                person.Ranked.Marks.Where(m => m.Speaks).Select(m => T["law.assignment_mark." + m.Code])
            )
            : null;

    private static string ReasonOf(ProposedPerson person) =>
        person.Ranked.Marks.FirstOrDefault(m => m.Speaks)?.Code switch
        {
            AssignmentRank.OtherSection or AssignmentRank.KnewClient => "earlierManager",
            AssignmentRank.TrainedForAge or AssignmentRank.TrainedForOffence => "specialisation",
            _ => "load",
        };
}

/// <summary>What the form asks.</summary>
internal sealed class AssignInput
{
    public string? Manager { get; set; }

    public string? Reason { get; set; }

    [StringLength(2_000)]
    public string? Note { get; set; }
}
