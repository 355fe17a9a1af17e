using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Documents.Overview;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Versions;
using Plus.Shared.Signatures.Checking;

namespace Plus.Shared.Documents.Signed;

/// <summary>The electronic signatures of a version in words: as found when it was taken in, and as they are worth now.</summary>
[RequiresPermission(DocumentPermissions.View)]
internal sealed class SignaturesPage(PlusDb db, DocumentHead heading, DocumentFiles files, SignatureFindings findings)
    : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Ordinal { get; set; }

    public KeptFinding? Kept { get; private set; }

    public SignatureReport Now { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    protected override async Task<bool> LoadAsync()
    {
        if (await heading.ShowAsync(Id, DocumentPermissions.View, T["documents.signatures.title"], Ct) is null)
        {
            return false;
        }

        var version = await db.Set<DocumentVersion>()
            .AsNoTracking()
            .SingleOrDefaultAsync(v => v.DocumentId == Id && v.Ordinal == Ordinal, Ct);
        if (version is null || !SignatureFindings.MayCarry(version.MediaType))
        {
            return false;
        }

        Kept = await findings.FindAsync(version.Id, Ct);
        Now = findings.Check(await files.ReadAsync(version.FileId, Ct));
        return true;
    }
}
