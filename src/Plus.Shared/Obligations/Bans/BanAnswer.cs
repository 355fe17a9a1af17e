using System.Security.Cryptography;
using System.Text;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;

namespace Plus.Shared.Obligations.Bans;

/// <summary>What is said of a client's whereabouts and is held against the client's bans.</summary>
/// <param name="Where">What it is: clientAddress, residence, journey, work, route, placement; goes into the audit.</param>
/// <param name="From">First day for which it is meant.</param>
/// <param name="Point">Where it stands on the map, where that is known.</param>
public sealed record CheckedPlace(
    ClientId Client,
    string Where,
    DateOnly From,
    string? Text,
    string? TerritoryCode = null,
    (double Latitude, double Longitude)? Point = null
)
{
    /// <summary>Where the client lives or moves to, not where the client goes or works.</summary>
    public bool IsHome => Where is "clientAddress" or "residence";

    /// <summary>Nothing that could be held against a ban.</summary>
    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && TerritoryCode is null && Point is null;

    /// <summary>A fingerprint of the place, the same wherever it is written.</summary>
    public string Mark =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(FormattableString.Invariant($"{Text?.Trim()}|{TerritoryCode}|{Point}"))
            )
        );
}

/// <summary>
/// The answer to a place that meets a ban. It says nothing but whom to ask: neither which ban it is nor whom it protects.
/// </summary>
/// <param name="Ask">A name, or null where the head of the office is to be asked and none is known.</param>
/// <param name="MayDecide">The person may read victims' data and decides on the place with open eyes.</param>
public sealed record BanAnswer(string? Ask, bool MayDecide)
{
    /// <summary>The answer as a message of a form.</summary>
    public string Message => Ask is null ? "obligations.ban.conflictHead" : "obligations.ban.conflict|ask=" + Ask;
}

/// <summary>The place conflicts with a ban; somebody is to be asked.</summary>
public sealed record ConflictsWithBan(BanAnswer Answer, string At)
    : Refusal(Answer.Ask is null ? "obligations.ban.conflictHead" : "obligations.ban.conflict")
{
    public override string Field => At;

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["ask"] = Answer.Ask };
}
