using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Documents.Overview;
using Plus.Shared.Documents.Records;
using Plus.Web.Language;

namespace Plus.Shared.Documents.Versions;

/// <summary>What differs between two versions, word by word.</summary>
[RequiresPermission(DocumentPermissions.View)]
internal sealed class ComparePage(PlusDb db, DocumentHead heading, Texts texts) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public int From { get; set; }

    [BindProperty(SupportsGet = true)]
    public int To { get; set; }

    /// <summary>Of the document's words, whatever language the page speaks.</summary>
    public string Language { get; private set; } = "";

    public string? Who { get; private set; }

    public DateTimeOffset SavedAt { get; private set; }

    public IReadOnlyList<IReadOnlyList<DiffPiece>> Lines { get; private set; } = [];

    public bool Differs => Lines.Any(l => l.Any(p => p.Kind != DiffKind.Same));

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (
            await heading.ShowAsync(Id, DocumentPermissions.View, texts["documents.version.compare"], ct)
            is not { } view
        )
        {
            return NotFound();
        }

        var versions = await db.Set<DocumentVersion>()
            .AsNoTracking()
            .Where(v => v.DocumentId == Id && (v.Ordinal == From || v.Ordinal == To))
            .ToListAsync(ct);
        var (older, newer) = (versions.Find(v => v.Ordinal == From), versions.Find(v => v.Ordinal == To));
        if (older is null || newer is null)
        {
            return NotFound();
        }

        Language = view.Document.Language;
        (Lines, SavedAt) = (WordDiff.Lines(older.Text ?? "", newer.Text ?? ""), newer.SavedAt);
        Who = await db.Set<Staff>()
            .Where(s => s.Id == newer.SavedBy)
            .Select(s => s.GivenName + " " + s.Surname)
            .SingleOrDefaultAsync(ct);
        return Page();
    }
}
