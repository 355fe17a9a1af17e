using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Law.CommunityWork;
using Plus.Law.Identity;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.Partners.Hosts;

/// <summary>The registration number is not one of a legal person.</summary>
public sealed record RegistrationNumberIsWrong() : Refusal("partners.refusal.registrationNo")
{
    public override string? Field => "RegistrationNo";
}

/// <summary>A host employer with this registration number is known already.</summary>
public sealed record HostIsKnown(string Name) : Refusal("partners.refusal.known")
{
    public override string? Field => "RegistrationNo";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["name"] = Name };
}

/// <summary>The person does not reach the office that was chosen.</summary>
public sealed record OfficeIsNotYours() : Refusal("partners.refusal.office")
{
    public override string? Field => "Office";
}

/// <summary>What is told of a host employer.</summary>
/// <param name="RefusedOffences">Codes of <see cref="OffenceGroups"/>.</param>
public sealed record HostFacts(
    string Name,
    string Kind,
    string? RegistrationNo,
    OfficeId Office,
    string? TerritoryCode,
    string? Address,
    bool TakesMinors,
    IReadOnlyList<string> RefusedOffences
);

/// <summary>Adds host employers and changes what is told of them.</summary>
internal sealed class HostHandler(PlusDb db, HostEditing editing)
{
    public static IReadOnlyList<string> Kinds { get; } =
    ["service", "state", "municipal", "capitalCompany", "agency", "association", "foundation", "religious"];

    public async Task<Outcome<HostEmployerId>> AddAsync(HostFacts facts, CancellationToken ct)
    {
        var host = new HostEmployer(HostEmployerId.New(), "", "", null, facts.Office);
        if (await ChangeAsync(host, facts, ct) is { } refusal)
        {
            return refusal;
        }

        db.Add(host);
        var done = await editing.CommitAsync(host.Id, PartnersModule.HostAdded, ct);
        return done.Done ? host.Id : done.Refusal;
    }

    public async Task<Outcome<Unit>> DescribeAsync(
        HostEmployerId id,
        HostFacts facts,
        uint version,
        CancellationToken ct
    )
    {
        if (await editing.FindAsync(id, ct) is not { } host)
        {
            return new NoSuchRecord();
        }

        db.Entry(host).Property(h => h.Version).OriginalValue = version;
        return await ChangeAsync(host, facts, ct) is { } refusal
            ? refusal
            : await editing.CommitAsync(id, PartnersModule.HostChanged, ct);
    }

    /// <summary>Whether the number's check digit differs: a doubt to be told, no refusal.</summary>
    public static bool IsDoubtful(string? registrationNo) =>
        LegalEntityNumber.TryParse(registrationNo, out var number) && number.Warnings().Count > 0;

    private async Task<Refusal?> ChangeAsync(HostEmployer host, HostFacts facts, CancellationToken ct)
    {
        if (!editing.MayEdit(facts.Office))
        {
            return new OfficeIsNotYours();
        }

        string? digits = null;
        if (!string.IsNullOrWhiteSpace(facts.RegistrationNo))
        {
            if (!LegalEntityNumber.TryParse(facts.RegistrationNo, out var number))
            {
                return new RegistrationNumberIsWrong();
            }

            digits = number.Digits;
            var known = await db.Set<HostEmployer>()
                .Where(h => h.RegistrationNo == digits && h.Id != host.Id)
                .Select(h => h.Name)
                .FirstOrDefaultAsync(ct);
            if (known is not null)
            {
                return new HostIsKnown(known);
            }
        }

        if (!Kinds.Contains(facts.Kind) || facts.RefusedOffences.Except(OffenceGroups.All).Any())
        {
            throw new ArgumentException("Unknown code.", nameof(facts));
        }

        host.Describe(facts.Name.Trim(), facts.Kind, digits, facts.Office);
        host.At(facts.TerritoryCode, string.IsNullOrWhiteSpace(facts.Address) ? null : facts.Address.Trim());
        host.Limit(facts.TakesMinors, [.. facts.RefusedOffences.Order(StringComparer.Ordinal)]);
        return null;
    }
}
