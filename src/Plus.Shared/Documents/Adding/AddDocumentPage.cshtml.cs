using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Clients.Head;
using Plus.Shared.Documents.LifeCycle;
using Plus.Shared.Documents.Numbering;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Versions;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Documents.Adding;

/// <summary>A document of the client begun from a file.</summary>
[RequiresPermission(DocumentPermissions.Work)]
[KeepsDraft("documents.add", Subject = "id")]
internal sealed class AddDocumentPage(
    ClientHead heading,
    AddDocumentHandler handler,
    SeriesChoices series,
    ViewLog views,
    PageHead head
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public AddDocumentInput Input { get; set; } = new();

    public IReadOnlyList<Choice> Series { get; private set; } = [];

    public IReadOnlyList<Choice> Sections { get; private set; } = [];

    public IReadOnlyList<Choice> Kinds =>
        [.. AddDocumentHandler.Kinds.Select(k => new Choice(k, T["documents.kind." + k]))];

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.File is not { Length: > 0 })
        {
            ModelState.AddModelError("Input.File", "documents.file.empty");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var done = await handler.AddAsync(
            new NewDocument(
                new ClientId(Id),
                Input.Section is { } section ? new SectionId(section) : null,
                Input.Kind!,
                Input.Title!,
                "lv",
                Input.Nomenclature
            ),
            new VersionContent(await UploadedBytes.ReadAsync(Input.File!, Ct)),
            VersionOrigin.Uploaded,
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("documents.added");
        return LocalRedirect($"/documents/{done.Value}");
    }

    protected override async Task<bool> LoadAsync()
    {
        var id = new ClientId(Id);
        if (await heading.ShowAsync(id, DocumentPermissions.Work, "documents", Ct) is not { } client)
        {
            return false;
        }

        await views.ConsultAsync(DocumentPermissions.Work, id, ct: Ct);
        head.Title = T["documents.add"];
        Series = await series.ReadAsync(T, Ct);
        Sections =
        [
            .. client.Sections.Select(s => new Choice(
                s.Id.ToString(),
                $"{T["law.measure." + s.Measure]}, {s.BasisNumber}"
            )),
        ];
        return true;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class AddDocumentInput
{
    [Required(ErrorMessage = "documents.add.kindMissing")]
    public string? Kind { get; set; }

    [Required(ErrorMessage = "documents.add.titleMissing")]
    [StringLength(300)]
    public string? Title { get; set; }

    public Guid? Section { get; set; }

    public Guid? Nomenclature { get; set; }

    public IFormFile? File { get; set; }
}
