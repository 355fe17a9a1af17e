using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Clients.Head;
using Plus.Shared.Documents.Docx;
using Plus.Shared.Documents.Merging;
using Plus.Shared.Documents.Templates;
using Plus.Web.Binding;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Documents.Making;

/// <summary>Makes a document from a template: what PLUS knows is filled in, only what it cannot know is asked.</summary>
[RequiresPermission(DocumentPermissions.Work)]
[KeepsDraft("documents.make", Subject = "id")]
internal sealed class MakeDocumentPage(
    ClientHead heading,
    MakeDocumentHandler handler,
    TemplateChoice templates,
    TemplateFiles files,
    ViewLog views,
    PlusClock clock,
    PageHead head
) : SectionFormPage
{
    private const int LongestAnswer = 4000;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid Template { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Section { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "documents.add.titleMissing")]
    [StringLength(300)]
    public string? Subject { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? OtherKind { get; set; }

    [BindProperty]
    [StringLength(300)]
    public string? OtherName { get; set; }

    [BindProperty]
    [StringLength(500)]
    public string? OtherAddress { get; set; }

    [BindProperty]
    public string? Act { get; set; }

    public string Title { get; private set; } = "";

    /// <summary>The template's language, in which its questions are put.</summary>
    public string Language { get; private set; } = "";

    public IReadOnlyList<TemplateQuestion> Questions { get; private set; } = [];

    public IReadOnlyList<string> Preview { get; private set; } = [];

    public IReadOnlyList<Choice> Offered { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds =>
        [.. RecipientKinds.All.Select(k => new Choice(k, T["documents.recipientKind." + k]))];

    private IReadOnlyList<(string Code, WantedRecipient Recipient)> Recipients { get; set; } = [];

    private SectionId? SectionId => Section is { } id ? new SectionId(id) : null;

    private IReadOnlyDictionary<string, string> Proposed { get; set; } = new Dictionary<string, string>();

    /// <summary>What stands in a question's field: what was typed, before that what the records propose.</summary>
    public string Typed(string name) =>
        Request.HasFormContentType ? Request.Form["ask." + name].ToString() : Proposed.GetValueOrDefault(name, "");

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Subject = Title;
        Proposed = await handler.ProposedAsync(new ClientId(Id), SectionId, Language, Ct);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var answers = Answers();
        var recipient = Recipient();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var wanted = new WantedDocument(Template, new ClientId(Id), SectionId, Subject!, recipient, answers);
        if (Act == "preview")
        {
            var shown = await handler.PreviewAsync(wanted, Ct);
            if (!shown.Done)
            {
                return await RefusedAsync(shown.Refusal);
            }

            Preview = DocxText.Read(shown.Value).Split('\n');
            return Page();
        }

        var done = await handler.MakeAsync(wanted, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("documents.make.done");
        return LocalRedirect($"/documents/{done.Value}");
    }

    protected override string FieldOf(Refusal refusal) => refusal.Field ?? "";

    protected override async Task<bool> LoadAsync()
    {
        var id = new ClientId(Id);
        if (
            await heading.ShowAsync(id, DocumentPermissions.Work, "documents", Ct) is not { } client
            || (Section is { } section && client.Sections.All(s => s.Id.Value != section))
            || await templates.FindAsync(Template, clock.Today, Ct) is not { } chosen
        )
        {
            return false;
        }

        await views.ConsultAsync(DocumentPermissions.Work, id, SectionId, Ct);
        Title = T.Language == PageLanguage.Latvian ? chosen.Template.TitleLv : chosen.Template.TitleEn;
        Language = chosen.Template.Language;
        head.Title = T["documents.make.title"];
        head.Crumb(T["documents.make.title"], $"/clients/{Id}/documents/make?section={Section}").Crumb(Title);
        Questions = TemplateCheck.Questions(await files.ReadAsync(chosen.Version, Ct));
        Recipients = await handler.OfferedAsync(id, SectionId, Ct);
        To ??=
            RecipientKinds.IsInstitution(chosen.Template.RecipientKind) && Recipients.Any(r => r.Code == "issuer")
                ? "issuer"
            : chosen.Template.RecipientKind == "legalPerson" && Recipients.Any(r => r.Code == "host") ? "host"
            : chosen.Template.RecipientKind == "person" ? "client"
            : "other";
        Offered =
        [
            .. Recipients.Select(r => new Choice(r.Code, T["documents.make.to." + r.Code], r.Recipient.Name)),
            new("other", T["documents.make.to.other"]),
        ];
        return true;
    }

    private WantedRecipient? Recipient()
    {
        if (To != "other")
        {
            return Recipients.FirstOrDefault(r => r.Code == To).Recipient;
        }

        if (string.IsNullOrWhiteSpace(OtherName))
        {
            ModelState.AddModelError(nameof(OtherName), "documents.make.otherNameMissing");
            return null;
        }

        if (OtherKind is null || !RecipientKinds.All.Contains(OtherKind))
        {
            ModelState.AddModelError(nameof(OtherKind), "documents.template.recipientMissing");
            return null;
        }

        return new(OtherKind, OtherName.Trim(), string.IsNullOrWhiteSpace(OtherAddress) ? null : OtherAddress.Trim());
    }

    private Dictionary<string, object?> Answers()
    {
        var answers = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var question in Questions)
        {
            var typed = Typed(question.Name).Trim();
            if (typed.Length == 0)
            {
                continue;
            }

            if (question.IsDate)
            {
                if (ForgivingDate.TryRead(typed, clock.Today, out var day))
                {
                    answers[question.Name] = day;
                }
                else
                {
                    ModelState.AddModelError("", T["documents.make.dayWrong", ("label", question.Label)]);
                }
            }
            else
            {
                answers[question.Name] = typed.Length > LongestAnswer ? typed[..LongestAnswer] : typed;
            }
        }

        return answers;
    }
}
