using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Partners.Records;
using Plus.Shared.WorkHours.Records;
using Plus.Web.Layout;

namespace Plus.Shared.WorkHours.Importing;

/// <summary>Takes a host's file in, shows what became of each line, and goes on with one that was stopped.</summary>
[RequiresPermission(WorkHoursModule.Enter)]
internal sealed class ImportSheetPage(PlusDb db, SheetImporting importing, StaffAccessor staff, PageHead head)
    : SectionFormPage
{
    private const int MostBytes = 8 * 1024 * 1024;
    private const int ShownRefusals = 500;

    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    /// <summary>The import shown; none before a file came.</summary>
    [BindProperty(SupportsGet = true, Name = "import")]
    public Guid? ImportId { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    public string HostName { get; private set; } = "";

    public bool HasImport { get; private set; }

    public int Entered { get; private set; }

    public int Known { get; private set; }

    public int Waiting { get; private set; }

    public int RefusedCount { get; private set; }

    public IReadOnlyList<SheetImportLine> Refusals { get; private set; } = [];

    public string Href => $"/partners/{Id}/sheet/import";

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (Upload is null || Upload.Length == 0)
        {
            ModelState.AddModelError("Upload", "workHours.import.fileMissing");
        }
        else if (Upload.Length > MostBytes)
        {
            ModelState.AddModelError("Upload", "workHours.import.tooLarge");
        }

        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        using var content = new MemoryStream();
        await Upload!.CopyToAsync(content, Ct);
        try
        {
            var kept = await importing.KeepAsync(new HostEmployerId(Id), content.ToArray(), Ct);
            if (!kept.Done)
            {
                return await RefusedAsync(kept.Refusal);
            }

            await importing.GoOnAsync(kept.Value, null, Ct);
            return LocalRedirect($"{Href}?import={kept.Value}");
        }
        catch (SheetFileException no)
        {
            ModelState.AddModelError("Upload", no.Key);
            return await ShowAsync();
        }
    }

    /// <summary>Goes on with the lines that wait.</summary>
    public async Task<IActionResult> OnPostGoOnAsync()
    {
        await importing.GoOnAsync(ImportId ?? Guid.Empty, null, Ct);
        return LocalRedirect($"{Href}?import={ImportId}");
    }

    protected override string FieldOf(Plus.Kernel.Results.Refusal refusal) => refusal.Field ?? "";

    protected override async Task<bool> LoadAsync()
    {
        var host = new HostEmployerId(Id);
        var name = await db.Set<HostEmployer>().Where(h => h.Id == host).Select(h => h.Name).SingleOrDefaultAsync(Ct);
        if (name is null)
        {
            return false;
        }

        HostName = name;
        head.Title = T["workHours.import.title"];
        head.Crumb(T["partners.menu"], "/partners")
            .Crumb(name, $"/partners/{Id}")
            .Crumb(T["workHours.sheet.title"], $"/partners/{Id}/sheet")
            .Crumb(T["workHours.import.title"]);
        if (ImportId is not { } id)
        {
            return true;
        }

        var me = staff.Current.Id;
        if (!await db.Set<SheetImport>().AnyAsync(i => i.Id == id && i.HostEmployerId == host && i.StaffId == me, Ct))
        {
            return false;
        }

        HasImport = true;
        var lines = db.Set<SheetImportLine>().AsNoTracking().Where(l => l.ImportId == id);
        var counts = await lines
            .GroupBy(l => l.State)
            .Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, Ct);
        Entered = counts.GetValueOrDefault(SheetImportLine.Entered);
        Known = counts.GetValueOrDefault(SheetImportLine.Known);
        Waiting = counts.GetValueOrDefault(SheetImportLine.Waits);
        RefusedCount = counts.GetValueOrDefault(SheetImportLine.Refused);
        Refusals = await lines
            .Where(l => l.State == SheetImportLine.Refused)
            .OrderBy(l => l.Number)
            .Take(ShownRefusals)
            .ToListAsync(Ct);
        return true;
    }
}
