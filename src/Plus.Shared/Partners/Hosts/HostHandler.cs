using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Law.Identity;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.Partners.Hosts;

/// <summary>The registration number is not one of a legal person.</summary>
public sealed record RegistrationNumberIsWrong() : Refusal("partners.refusal.registrationNo")
{
    public override string? Field => "RegistrationNo";
}

/// <summary>A contract ends before it begins.</summary>
public sealed record ContractEndsBeforeItBegins() : Refusal("partners.refusal.contractDays")
{
    public override string? Field => "To";
}

/// <summary>Another contract with this host employer covers some of the days.</summary>
public sealed record ContractsOverlap(string Number) : Refusal("partners.refusal.overlap")
{
    public override string? Field => "From";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["number"] = Number };
}

/// <summary>Adds host employers and their contracts.</summary>
internal sealed class HostHandler(PlusDb db, Processes processes)
{
    public static IReadOnlyList<string> Kinds { get; } =
    ["service", "state", "municipal", "capitalCompany", "agency", "association", "foundation", "religious"];

    public async Task<Outcome<HostEmployerId>> AddAsync(
        string name,
        string kind,
        string? registrationNo,
        OfficeId office,
        string? address,
        CancellationToken ct
    )
    {
        var number = string.IsNullOrWhiteSpace(registrationNo) ? null : registrationNo.Trim();
        if (number is not null && !LegalEntityNumber.TryParse(number, out _))
        {
            return new RegistrationNumberIsWrong();
        }

        var host = new HostEmployer(HostEmployerId.New(), name.Trim(), kind, number, office);
        host.At(null, string.IsNullOrWhiteSpace(address) ? null : address.Trim());
        db.Add(host);
        var done = await processes.CommitAsync(
            new ProcessStart(PartnersModule.HostAdded) { Subject = host.Id.Value },
            ct
        );
        return done.Done ? host.Id : done.Refusal;
    }

    public async Task<Outcome<Unit>> AddContractAsync(
        HostEmployerId host,
        string number,
        DateOnly from,
        DateOnly? to,
        CancellationToken ct
    )
    {
        if (to < from)
        {
            return new ContractEndsBeforeItBegins();
        }

        if (!await db.Set<HostEmployer>().AnyAsync(h => h.Id == host, ct))
        {
            return new NoSuchRecord();
        }

        var overlapping = await db.Set<HostContract>()
            .Where(c => c.HostEmployerId == host && (to == null || c.From <= to) && (c.To == null || c.To >= from))
            .Select(c => c.Number)
            .FirstOrDefaultAsync(ct);
        if (overlapping is not null)
        {
            return new ContractsOverlap(overlapping);
        }

        db.Add(new HostContract(host, number.Trim(), from, to));
        return await processes.CommitAsync(
            new ProcessStart(PartnersModule.ContractAdded)
            {
                Subject = host.Value,
                Values = new Dictionary<string, object?> { ["from"] = from, ["to"] = to },
            },
            ct
        );
    }
}
