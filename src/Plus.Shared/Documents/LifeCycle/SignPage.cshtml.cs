using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Documents.Overview;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Signed;
using Plus.Shared.Documents.Versions;
using Plus.Web.Controls;

namespace Plus.Shared.Documents.LifeCycle;

/// <summary>Notes a signature by hand on paper, or the mark on the Service's device, with its scan.</summary>
[RequiresPermission(DocumentPermissions.Sign)]
internal sealed class SignPage(
    DocumentHead heading,
    SignDocumentHandler handler,
    SignElectronicallyHandler electronically
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "documents.sign.howMissing")]
    public string? How { get; set; }

    [BindProperty]
    public IFormFile? Sent { get; set; }

    public DocumentView View { get; private set; } = null!;

    public IReadOnlyList<Choice> Hows =>
        [
            .. electronically.IsOffered
                ? (Choice[])
                    [
                        new(
                            "electronic",
                            T["documents.sign.electronic"],
                            T["documents.sign.electronic." + (electronically.IsTrial ? "trial" : "hint")]
                        ),
                    ]
                : [],
            new("paper", T["documents.signature.paper"], T["documents.sign.paper.hint"]),
            new("serviceDevice", T["documents.signature.serviceDevice"], T["documents.sign.device.hint"]),
        ];

    protected override uint StoredVersion => View.Document.Version;

    protected override (ClientId? Client, Guid Record) Edited => (View.Document.ClientId, Id);

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var how = How switch
        {
            "electronic" => SignatureKind.Electronic,
            "paper" => SignatureKind.Paper,
            "serviceDevice" => SignatureKind.ServiceDevice,
            _ => (SignatureKind?)null,
        };
        if (how is null && ModelState.IsValid)
        {
            ModelState.AddModelError(nameof(How), "documents.sign.howMissing");
        }

        if (how == SignatureKind.ServiceDevice && Sent is not { Length: > 0 })
        {
            ModelState.AddModelError(nameof(Sent), "documents.sign.fileMissing");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var signed = Sent is { Length: > 0 } file ? new VersionContent(await UploadedBytes.ReadAsync(file, Ct)) : null;
        var done =
            how == SignatureKind.Electronic
                ? await electronically.SignAsync(Id, Version, Ct)
                : await handler.SignAsync(Id, how!.Value, signed, Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("documents.signed");
        return LocalRedirect($"/documents/{Id}");
    }

    protected override string FieldOf(Refusal refusal) => refusal.Field == "File" ? nameof(Sent) : refusal.Field ?? "";

    protected override async Task<bool> LoadAsync()
    {
        if (await heading.ShowAsync(Id, DocumentPermissions.Sign, T["documents.sign.title"], Ct) is not { } view)
        {
            return false;
        }

        View = view;
        return true;
    }
}
