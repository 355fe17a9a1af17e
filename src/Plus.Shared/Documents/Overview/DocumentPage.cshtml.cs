using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Documents.LifeCycle;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Versions;
using Plus.Shared.Files.Checking;
using Plus.Web.Display;

namespace Plus.Shared.Documents.Overview;

/// <summary>One document: where it stands, what can be done with it, its versions.</summary>
[RequiresPermission(DocumentPermissions.View)]
internal sealed class DocumentPage(PlusDb db, DocumentHead heading, SaveVersionHandler versions, StaffAccessor staff)
    : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public IFormFile? Sent { get; set; }

    [BindProperty]
    public string? Remark { get; set; }

    /// <summary>The version that was changed.</summary>
    [BindProperty]
    public int? BasedOn { get; set; }

    public DocumentView View { get; private set; } = null!;

    public IReadOnlyList<VersionLine> Versions { get; private set; } = [];

    public IReadOnlyList<DocumentRecipient> Recipients { get; private set; } = [];

    /// <summary>How far the PDF of the last version is; null when nobody asked for it.</summary>
    public PdfState? Pdf { get; private set; }

    public bool MayHavePdf => Versions.Count > 0 && Versions[0].MediaType == MediaTypes.Docx;

    public bool MayChange =>
        DocumentLifeCycle.IsOpen(View.Document.State) && staff.Current.May(DocumentPermissions.Work);

    /// <summary>The last version is one that a word processor can open and save.</summary>
    public bool MayEditInPlace => MayChange && Versions.FirstOrDefault()?.MediaType == MediaTypes.Docx;

    /// <summary>The steps open to this person; the first one forward is the main one.</summary>
    public IEnumerable<(DocumentState To, bool IsMain)> Ways
    {
        get
        {
            var main = true;
            foreach (var (to, permissions) in DocumentLifeCycle.From(View.Document.State))
            {
                var own = to == DocumentState.Agreed && View.Document.MadeBy == staff.Current.Id;
                if (own || !permissions.Any(staff.Current.May))
                {
                    continue;
                }

                yield return (to, main);
                main = false;
            }
        }
    }

    /// <summary>It left already, and may leave to somebody else too.</summary>
    public bool MaySendOn =>
        View.Document.State is DocumentState.Sent or DocumentState.Delivered
        && staff.Current.May(DocumentPermissions.Send);

    /// <summary>Nothing but a person knows whether a copy by this channel arrived.</summary>
    public bool MayNote(DocumentRecipient copy) =>
        copy.State == DeliveryState.Sent
        && copy.Channel is "post" or "email"
        && staff.Current.May(DocumentPermissions.Send);

    public string HrefOf(DocumentState to) =>
        to switch
        {
            DocumentState.Signed => $"/documents/{Id}/sign",
            DocumentState.Sent => $"/documents/{Id}/send",
            _ => $"/documents/{Id}/move?to={CodeConversion.CodeOf(to)}",
        };

    public string KeyOf(DocumentState to) =>
        to == DocumentState.Draft && View.Document.State != DocumentState.Agreed
            ? "documents.act.return"
            : "documents.act." + CodeConversion.CodeOf(to);

    public IReadOnlyList<SummaryLine> Lines
    {
        get
        {
            var d = View.Document;
            var lines = new List<SummaryLine>
            {
                new(T["documents.field.kind"], T["documents.kind." + d.Kind]),
                new(T["documents.field.number"], d.Number ?? T["documents.field.noNumber"]),
                new(T["documents.field.day"], d.RegisteredOn),
            };
            Add(lines, "measure", View.Measure is null ? null : T["law.measure." + View.Measure]);
            Add(lines, "madeBy", View.MaderName);
            Add(lines, "agreer", View.Agreer);
            Add(lines, "signer", View.Signer);
            if (d.SignedHow is { } how)
            {
                lines.Add(new(T["documents.field.signedHow"], T["documents.signature." + CodeConversion.CodeOf(how)]));
                lines.Add(new(T["documents.field.signedAt"], d.SignedAt));
            }

            if (d.DataAsOf is { } asOf)
            {
                lines.Add(new(T["documents.field.dataAsOf"], asOf));
            }

            return lines;
        }
    }

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!staff.Current.May(DocumentPermissions.Work))
        {
            return Forbid();
        }

        if (Sent is not { Length: > 0 })
        {
            ModelState.AddModelError(nameof(Sent), "documents.file.empty");
            return await ShowAsync();
        }

        var bytes = await UploadedBytes.ReadAsync(Sent, Ct);
        var done = await versions.SaveAsync(Id, new VersionContent(bytes, Remark), VersionOrigin.Uploaded, BasedOn, Ct);
        if (!done.Done)
        {
            if (done.Refusal is ChangedMeanwhile)
            {
                ModelState.AddModelError(nameof(Sent), "documents.version.conflict");
                return await ShowAsync();
            }

            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("documents.version.saved", ("version", done.Value.Ordinal));
        return LocalRedirect($"/documents/{Id}");
    }

    protected override string FieldOf(Refusal refusal) => refusal.Field == "File" ? nameof(Sent) : refusal.Field ?? "";

    protected override async Task<bool> LoadAsync()
    {
        if (await heading.ShowAsync(Id, DocumentPermissions.View, null, Ct) is not { } view)
        {
            return false;
        }

        View = view;
        Versions = await db.Set<DocumentVersion>()
            .AsNoTracking()
            .Where(v => v.DocumentId == Id)
            .OrderByDescending(v => v.Ordinal)
            .Select(v => new VersionLine(
                v.Ordinal,
                v.Origin,
                db.Set<Staff>()
                    .Where(s => s.Id == v.SavedBy)
                    .Select(s => s.GivenName + " " + s.Surname)
                    .FirstOrDefault(),
                v.SavedAt,
                v.MediaType,
                v.Text != null,
                v.Remark
            ))
            .ToListAsync(Ct);
        Recipients = await db.Set<DocumentRecipient>()
            .AsNoTracking()
            .Where(r => r.DocumentId == Id)
            .OrderBy(r => r.Id)
            .ToListAsync(Ct);
        Pdf = await db.Set<PdfJob>()
            .Where(j =>
                db.Set<DocumentVersion>()
                    .Any(v => v.Id == j.VersionId && v.DocumentId == Id && v.Ordinal == view.Document.LastVersion)
            )
            .Select(j => (PdfState?)j.State)
            .SingleOrDefaultAsync(Ct);
        return true;
    }

    private void Add(List<SummaryLine> lines, string key, string? value)
    {
        if (value is not null)
        {
            lines.Add(new(T["documents.field." + key], value));
        }
    }
}

/// <summary>A version as the page shows it.</summary>
internal sealed record VersionLine(
    int Ordinal,
    VersionOrigin Origin,
    string? Who,
    DateTimeOffset SavedAt,
    string MediaType,
    bool HasText,
    string? Remark
);
