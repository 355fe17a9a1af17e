using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Records;
using Plus.Shared.Partners.Scans;

namespace Plus.Shared.Partners.Contracts;

/// <summary>A contract ends before it begins.</summary>
public sealed record ContractEndsBeforeItBegins() : Refusal("partners.refusal.contractDays")
{
    public override string? Field => "To";
}

/// <summary>Another contract with this host employer covers some of the days.</summary>
public sealed record ContractsOverlap(string Number, string Where = "From") : Refusal("partners.refusal.overlap")
{
    public override string? Field => Where;

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["number"] = Number };
}

/// <summary>The number is another contract's.</summary>
public sealed record ContractNumberTaken() : Refusal("partners.refusal.numberTaken")
{
    public override string? Field => "Number";
}

/// <summary>A renewal that does not lengthen the contract.</summary>
public sealed record RenewalDoesNotLengthen(DateOnly? Ends) : Refusal("partners.refusal.renewalShorter")
{
    public override string? Field => "To";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["ends"] = Ends };
}

/// <summary>A contract is ended within its days.</summary>
public sealed record EndIsOutsideTheContract() : Refusal("partners.refusal.endOutside")
{
    public override string? Field => "LastDay";
}

/// <summary>Makes contracts, lengthens them and ends them.</summary>
internal sealed class ContractHandler(PlusDb db, HostEditing editing, AddScanHandler scans)
{
    public async Task<Outcome<Unit>> AddAsync(
        HostEmployerId host,
        string number,
        DateOnly from,
        DateOnly? to,
        SentScan? scan,
        CancellationToken ct
    )
    {
        if (await editing.FindAsync(host, ct) is null)
        {
            return new NoSuchRecord();
        }

        if (to < from)
        {
            return new ContractEndsBeforeItBegins();
        }

        var plain = number.Trim();
        if (await db.Set<HostContract>().AnyAsync(c => c.HostEmployerId == host && c.Number == plain, ct))
        {
            return new ContractNumberTaken();
        }

        if (await OverlappingAsync(host, null, from, to, ct) is { } other)
        {
            return new ContractsOverlap(other);
        }

        var contract = new HostContract(host, plain, from, to);
        if (scan is not null && await scans.KeepAsync(contract.Id, scan, ct) is { } refusal)
        {
            return refusal;
        }

        db.Add(contract);
        return await editing.CommitAsync(host, PartnersModule.ContractAdded, ct, values: [("from", from), ("to", to)]);
    }

    public async Task<Outcome<Unit>> RenewAsync(
        HostEmployerId host,
        Guid id,
        string number,
        DateOnly agreedOn,
        DateOnly? to,
        uint version,
        CancellationToken ct
    )
    {
        if (await FindAsync(host, id, version, ct) is not { } contract)
        {
            return new NoSuchRecord();
        }

        if (contract.To is not { } was || to <= was)
        {
            return new RenewalDoesNotLengthen(contract.To);
        }

        if (await OverlappingAsync(host, id, was.AddDays(1), to, ct) is { } other)
        {
            return new ContractsOverlap(other, "To");
        }

        db.Add(new ContractRenewal(id, number.Trim(), agreedOn, was, to));
        contract.Renew(to);
        return await editing.CommitAsync(
            host,
            PartnersModule.ContractRenewed,
            ct,
            agreedOn,
            values: [("was", was), ("to", to)]
        );
    }

    public async Task<Outcome<Unit>> EndAsync(
        HostEmployerId host,
        Guid id,
        DateOnly lastDay,
        string endReason,
        string? why,
        uint version,
        CancellationToken ct
    )
    {
        if (await FindAsync(host, id, version, ct) is not { } contract)
        {
            return new NoSuchRecord();
        }

        if (!HostContract.EndReasons.Contains(endReason))
        {
            throw new ArgumentOutOfRangeException(nameof(endReason), endReason, "Unknown reason.");
        }

        if (lastDay < contract.From || lastDay > contract.To)
        {
            return new EndIsOutsideTheContract();
        }

        contract.End(lastDay, endReason);
        return await editing.CommitAsync(
            host,
            PartnersModule.ContractEnded,
            ct,
            reason: string.IsNullOrWhiteSpace(why) ? null : why.Trim(),
            values: [("last", lastDay), ("why", endReason)]
        );
    }

    private async Task<HostContract?> FindAsync(HostEmployerId host, Guid id, uint version, CancellationToken ct)
    {
        if (await editing.FindAsync(host, ct) is null)
        {
            return null;
        }

        var contract = await db.Set<HostContract>()
            .SingleOrDefaultAsync(c => c.Id == id && c.HostEmployerId == host, ct);
        if (contract is not null)
        {
            db.Entry(contract).Property(c => c.Version).OriginalValue = version;
        }

        return contract;
    }

    private Task<string?> OverlappingAsync(
        HostEmployerId host,
        Guid? besides,
        DateOnly from,
        DateOnly? to,
        CancellationToken ct
    ) =>
        db.Set<HostContract>()
            .Where(c => c.HostEmployerId == host && c.Id != besides)
            .Where(c => (to == null || c.From <= to) && (c.To == null || c.To >= from))
            .Select(c => c.Number)
            .FirstOrDefaultAsync(ct);
}
