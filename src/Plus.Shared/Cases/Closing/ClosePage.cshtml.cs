using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Documents.Versions;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Cases.Closing;

/// <summary>
/// Closing with an outcome: the questions, and the same page again with the answers and what closing will do, to be
/// confirmed.
/// </summary>
[RequiresPermission(CasePermissions.Work)]
[KeepsDraft("cases.close", Subject = "id")]
internal sealed class ClosePage(
    PlusDb db,
    SectionReader reader,
    CloseSectionHandler handler,
    ClosingEffects effects,
    ClosingDocuments documents,
    FunctionDoors doors,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : SectionFormPage
{
    [BindProperty]
    public CloseInput Input { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public SectionView View { get; private set; } = null!;

    /// <summary>The answers were given and nothing stands against them: they are shown to be confirmed.</summary>
    public bool Checking { get; private set; }

    /// <summary>Outcomes that stand on a document, for <c>data-show-when</c>; empty where the function has none.</summary>
    public string OutcomesWithGround { get; private set; } = "";

    /// <summary>Kind of the document behind the chosen outcome; null where it needs none.</summary>
    public string? GroundKind => ClosingGrounds.Of(doors.OfCode(View.Section.Function).Function, Input.Outcome ?? "");

    private TypedGround Ground => new(Input.GroundReference, Input.GroundIssuedOn, Input.GroundDocument);

    /// <summary>Documents of the client that can stand behind the outcome.</summary>
    public IReadOnlyList<Choice> Documents { get; private set; } = [];

    public bool MayAddDocument => documents.MayAdd;

    /// <summary>The chosen document in words; null when none was chosen.</summary>
    public string? ChosenDocument => Documents.FirstOrDefault(d => d.Value == Input.GroundDocument?.ToString())?.Text;

    public IReadOnlyList<Choice> Outcomes { get; private set; } = [];

    public IReadOnlyList<ContactLine> Planned { get; private set; } = [];

    public SectionProgress? Progress { get; private set; }

    public ClosingEffect Effect { get; private set; } = null!;

    /// <summary>What the client is told of the chosen outcome; null when nothing.</summary>
    public string? Told =>
        ClosingEffect.Told(View.Section, doors.OfCode(View.Section.Function).Function, Input.Outcome);

    public DateTimeOffset Now => clock.Now;

    protected override uint StoredVersion => View.Section.Version;

    protected override (ClientId? Client, Guid Record) Edited => (View.Client.Id, View.Section.Id.Value);

    public Task<IActionResult> OnGetAsync()
    {
        Input.Day ??= clock.Today;
        return ShowAsync();
    }

    /// <summary>From the questions to the answers.</summary>
    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        await KeepFileAsync();
        if (await AgainstAsync() is { } refusal)
        {
            ModelState.AddModelError(FieldOf(refusal), LawWords.Of(T, refusal));
        }

        Checking = ModelState.IsValid;
        return Page();
    }

    public Task<IActionResult> OnPostChangeAsync() => ShowAsync();

    public async Task<IActionResult> OnPostConfirmAsync()
    {
        if (Input.Day is not { } day || string.IsNullOrEmpty(Input.Outcome))
        {
            return await OnPostAsync();
        }

        var done = await handler.CloseAsync(new SectionId(Id), day, Input.Outcome, Input.Note, Ground, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("cases.close.done", ("day", day));
        return LocalRedirect(doors.OfCode(done.Value.Function).SectionHref(done.Value.Id));
    }

    // A file that was sent is kept at once: a page cannot give it back to the field when something else is missing.
    private async Task KeepFileAsync()
    {
        if (Input.GroundFile is not { Length: > 0 } file || GroundKind is not { } kind || !View.Section.IsOpen)
        {
            return;
        }

        var title = string.Join(
            ", ",
            new[] { T["law.closing_ground." + kind], Input.GroundReference?.Trim() }.Where(w =>
                !string.IsNullOrEmpty(w)
            )
        );
        var kept = await documents.KeepAsync(
            View.Section,
            kind,
            title.Length > 300 ? title[..300] : title,
            await UploadedBytes.ReadAsync(file, Ct),
            Ct
        );
        if (!kept.Done)
        {
            ModelState.AddModelError("Input.GroundFile", LawWords.Of(T, kept.Refusal));
            return;
        }

        Input.GroundDocument = kept.Value;
        ModelState.Remove("Input.GroundDocument");
        await ReadDocumentsAsync();
    }

    private async Task ReadDocumentsAsync() =>
        Documents = [
            .. (await documents.OfAsync(View.Client.Id, Ct)).Select(d => new Choice(
                d.Id.ToString(),
                string.Join(
                    ", ",
                    new[] { T["documents.kind." + d.Kind], d.Number, d.Title, T.Write(d.RegisteredOn) }.OfType<string>()
                )
            )),
        ];

    private async Task<Refusal?> AgainstAsync()
    {
        if (Input.Day is null)
        {
            ModelState.TryAddModelError("Input.Day", "cases.close.dayMissing");
            return null;
        }

        return await handler.AgainstAsync(View.Section, Input.Day.Value, Input.Outcome ?? "", Ground, Ct);
    }

    protected override async Task<bool> LoadAsync()
    {
        var id = new SectionId(Id);
        if (await reader.FindAsync(id, CasePermissions.Work, Ct) is not { } view)
        {
            return false;
        }

        await views.ConsultAsync(CasePermissions.Work, view.Client.Id, id, Ct);
        View = view;
        var door = doors.OfCode(view.Section.Function);
        Outcomes =
        [
            .. OutcomeCodes
                .OfMeasure(view.Section.Measure)
                .Select(o => new Choice(o.Code, T[$"law.outcome.{door.Code}.{o.Code}"], HintOf(door.Function, o.Code))),
        ];
        OutcomesWithGround = string.Join(
            '|',
            OutcomeCodes
                .OfMeasure(view.Section.Measure)
                .Where(o => ClosingGrounds.Of(door.Function, o.Code) is not null)
                .Select(o => o.Code)
        );
        Planned = await db.Set<Contact>()
            .AsNoTracking()
            .Where(c => c.SectionId == id && c.State == ContactState.Planned)
            .OrderBy(c => c.PlannedAt)
            .Select(c => new ContactLine(c.Id, c.PlannedAt, c.Kind, c.State, null, null))
            .ToListAsync(Ct);
        Progress = (await door.ProgressAsync(db, [id], clock.Today, Ct)).GetValueOrDefault(id);
        Effect = await effects.ReadAsync(view.Section, Ct);
        await ReadDocumentsAsync();
        await heading.ShowAsync(view, T["cases.close.title"], Ct);
        return true;
    }

    private string? HintOf(ProbationFunction function, string outcome) =>
        ClosingGrounds.Of(function, outcome) is { } kind ? T["law.closing_ground." + kind] : null;
}

/// <summary>What the form asks.</summary>
internal sealed class CloseInput
{
    public DateOnly? Day { get; set; }

    public string? Outcome { get; set; }

    [System.ComponentModel.DataAnnotations.StringLength(2000)]
    public string? Note { get; set; }

    [System.ComponentModel.DataAnnotations.StringLength(300)]
    public string? GroundReference { get; set; }

    public DateOnly? GroundIssuedOn { get; set; }

    public Guid? GroundDocument { get; set; }

    public IFormFile? GroundFile { get; set; }
}
