using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Files.Checking;
using Plus.Shared.Files.Storing;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.Partners.Scans;

/// <summary>A scan without a file.</summary>
public sealed record ScanIsMissing() : Refusal("partners.refusal.scanMissing")
{
    public override string? Field => "Scan";
}

/// <summary>The same file stands as the newest scan already.</summary>
public sealed record ScanIsTheSame() : Refusal("partners.refusal.scanSame")
{
    public override string? Field => "Scan";
}

/// <summary>A file as it was sent.</summary>
internal sealed record SentScan(string Name, Stream Content);

/// <summary>Keeps scans of contracts; a newer one stands before the earlier ones, which stay.</summary>
internal sealed class AddScanHandler(
    PlusDb db,
    HostEditing editing,
    FileStore files,
    StaffAccessor staff,
    PlusClock clock
)
{
    public async Task<Outcome<Unit>> AddAsync(
        HostEmployerId host,
        Guid contractId,
        SentScan scan,
        uint version,
        CancellationToken ct
    )
    {
        if (
            await editing.FindAsync(host, ct) is null
            || await db.Set<HostContract>()
                .SingleOrDefaultAsync(c => c.Id == contractId && c.HostEmployerId == host, ct)
                is not { } contract
        )
        {
            return new NoSuchRecord();
        }

        if (contract.Version != version)
        {
            return new ChangedMeanwhile();
        }

        var kept = await KeepAsync(contract.Id, scan, ct);
        return kept is null
            ? await editing.CommitAsync(
                host,
                PartnersModule.ScanAdded,
                ct,
                values: [("number", contract.Number), ("from", contract.From)]
            )
            : kept;
    }

    /// <summary>Adds the scan to what is being written; null when it was taken in.</summary>
    public async Task<Refusal?> KeepAsync(Guid contract, SentScan scan, CancellationToken ct)
    {
        var kept = await files.PutAsync(scan.Content, UploadKind.Scan, scan.Name, ct);
        if (!kept.Done)
        {
            return kept.Refusal is FileRefused refused ? refused with { In = "Scan" } : kept.Refusal;
        }

        var last = await db.Set<ContractScan>()
            .Where(s => s.ContractId == contract)
            .OrderByDescending(s => s.Place)
            .Select(s => new { s.Place, s.FileId })
            .FirstOrDefaultAsync(ct);
        if (last?.FileId == kept.Value.Id)
        {
            return new ScanIsTheSame();
        }

        db.Add(new ContractScan(contract, (last?.Place ?? 0) + 1, kept.Value.Id, clock.Now, staff.Current.Id));
        return null;
    }
}
