using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Law.Identity;
using Plus.Shared.Partners.Hosts;
using Plus.Shared.Support.Records;

namespace Plus.Shared.Support.Providers;

/// <summary>What is told of a provider.</summary>
internal sealed record ProviderFacts(
    string Name,
    string Kind,
    string? RegistrationNo,
    string? Address,
    string? Contact
);

/// <summary>What is agreed in a contract.</summary>
internal sealed record ContractFacts(
    string Kind,
    string Number,
    string Funding,
    DateOnly From,
    DateOnly To,
    decimal Amount,
    decimal UnitPrice,
    int? Places
);

/// <summary>A provider with this registration number is known already.</summary>
internal sealed record ProviderIsKnown(string Name) : Refusal("support.refusal.providerKnown")
{
    public override string? Field => "RegistrationNo";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["name"] = Name };
}

/// <summary>The number is another contract's of the provider.</summary>
internal sealed record ProviderContractNumberTaken() : Refusal("support.refusal.numberTaken")
{
    public override string? Field => "Number";
}

/// <summary>More than that was received under the contract already.</summary>
internal sealed record AmountIsUnderTheReckoned(decimal Reckoned) : Refusal("support.refusal.amountUnder")
{
    public override string? Field => "Amount";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["reckoned"] = Reckoned };
}

/// <summary>Adds providers and their contracts and changes them.</summary>
internal sealed class ProviderHandler(PlusDb db, Processes processes, Settling.ContractMoney money)
{
    public static readonly ProcessType Added = new("support.providerAdded");
    public static readonly ProcessType Changed = new("support.providerChanged");
    public static readonly ProcessType ContractAdded = new("support.contractAdded");
    public static readonly ProcessType ContractAmended = new("support.contractAmended");

    public async Task<Outcome<Guid>> AddAsync(ProviderFacts facts, CancellationToken ct)
    {
        var provider = new Provider(Guid.CreateVersion7());
        if (await DescribeAsync(provider, facts, ct) is { } refusal)
        {
            return refusal;
        }

        db.Add(provider);
        var done = await processes.CommitAsync(new ProcessStart(Added) { Subject = provider.Id }, ct);
        return done.Done ? provider.Id : done.Refusal;
    }

    public async Task<Outcome<Unit>> ChangeAsync(Guid id, ProviderFacts facts, uint version, CancellationToken ct)
    {
        if (await db.Set<Provider>().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } provider)
        {
            return new NoSuchRecord();
        }

        db.Entry(provider).Property(p => p.Version).OriginalValue = version;
        return await DescribeAsync(provider, facts, ct) is { } refusal
            ? refusal
            : await processes.CommitAsync(new ProcessStart(Changed) { Subject = id }, ct);
    }

    public async Task<Outcome<Guid>> AgreeAsync(Guid provider, ContractFacts facts, CancellationToken ct)
    {
        if (!await db.Set<Provider>().AnyAsync(p => p.Id == provider, ct))
        {
            return new NoSuchRecord();
        }

        if (facts.To < facts.From)
        {
            return new EndsBeforeItBegins("To");
        }

        if (await db.Set<ProviderContract>().AnyAsync(c => c.ProviderId == provider && c.Number == facts.Number, ct))
        {
            return new ProviderContractNumberTaken();
        }

        var contract = new ProviderContract(provider, facts.Kind, facts.Number, facts.Funding, facts.From, facts.To);
        contract.Agree(facts.Amount, facts.UnitPrice, contract.IsStay ? facts.Places : null);
        db.Add(contract);
        var done = await processes.CommitAsync(
            new ProcessStart(ContractAdded)
            {
                Subject = contract.Id,
                Values = new Dictionary<string, object?>
                {
                    ["from"] = facts.From,
                    ["to"] = facts.To,
                    ["amount"] = facts.Amount,
                },
            },
            ct
        );
        return done.Done ? contract.Id : done.Refusal;
    }

    public async Task<Outcome<Unit>> AmendAsync(
        Guid id,
        DateOnly to,
        decimal amount,
        string reason,
        DateOnly today,
        uint version,
        CancellationToken ct
    )
    {
        if (await db.Set<ProviderContract>().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } contract)
        {
            return new NoSuchRecord();
        }

        if (to < contract.From)
        {
            return new EndsBeforeItBegins("To");
        }

        var reckoned = (await money.BudgetsAsync([contract], today, ct))[id].Reckoned;
        if (amount < reckoned)
        {
            return new AmountIsUnderTheReckoned(reckoned);
        }

        db.Entry(contract).Property(c => c.Version).OriginalValue = version;
        contract.Amend(to, amount);
        return await processes.CommitAsync(
            new ProcessStart(ContractAmended)
            {
                Subject = id,
                Reason = reason,
                Values = new Dictionary<string, object?> { ["to"] = to, ["amount"] = amount },
            },
            ct
        );
    }

    private async Task<Refusal?> DescribeAsync(Provider provider, ProviderFacts facts, CancellationToken ct)
    {
        string? digits = null;
        if (!string.IsNullOrWhiteSpace(facts.RegistrationNo))
        {
            if (!LegalEntityNumber.TryParse(facts.RegistrationNo, out var number))
            {
                return new RegistrationNumberIsWrong();
            }

            digits = number.Digits;
            var known = await db.Set<Provider>()
                .Where(p => p.RegistrationNo == digits && p.Id != provider.Id)
                .Select(p => p.Name)
                .FirstOrDefaultAsync(ct);
            if (known is not null)
            {
                return new ProviderIsKnown(known);
            }
        }

        provider.Describe(facts.Name, facts.Kind, digits, facts.Address, facts.Contact);
        return null;
    }
}
