using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Partners.Contracts;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Records;
using Plus.Web.Layout;

namespace Plus.Shared.Partners.Scans;

/// <summary>The scans of a contract, and a new one.</summary>
[RequiresPermission(PartnersModule.Edit)]
internal sealed class ContractScanPage(PlusDb db, HostEditing editing, AddScanHandler handler, PageHead head)
    : ContractPage(db, editing, head)
{
    [BindProperty]
    public ScanInput Input { get; set; } = new();

    public IReadOnlyList<ScanLine> Scans { get; private set; } = [];

    protected override string TitleKey => "partners.scan.title";

    public async Task<IActionResult> OnPostAsync()
    {
        if (Input.Scan is not { Length: > 0 } file)
        {
            return await RefusedAsync(new ScanIsMissing());
        }

        await using var content = file.OpenReadStream();
        var done = await handler.AddAsync(HostId, ContractId, new SentScan(file.FileName, content), Version, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("partners.scan.added");
        return LocalRedirect(Href);
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync())
        {
            return false;
        }

        Scans = await Db.Set<ContractScan>()
            .AsNoTracking()
            .Where(s => s.ContractId == ContractId)
            .OrderByDescending(s => s.Place)
            .Select(s => new ScanLine(
                s.Id,
                s.ContractId,
                s.Place,
                s.AddedAt,
                Db.Set<Staff>()
                    .Where(p => p.Id == s.AddedBy)
                    .Select(p => p.GivenName + " " + p.Surname)
                    .FirstOrDefault()
            ))
            .ToListAsync(Ct);
        return true;
    }
}

/// <summary>A scan and who added it.</summary>
internal sealed record ScanLine(Guid Id, Guid ContractId, int Place, DateTimeOffset AddedAt, string? By);

/// <summary>What the form asks.</summary>
internal sealed class ScanInput
{
    public IFormFile? Scan { get; set; }
}
