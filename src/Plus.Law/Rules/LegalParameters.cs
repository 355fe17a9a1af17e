using System.Collections.Frozen;

namespace Plus.Law.Rules;

/// <summary>An immutable set of dated legal parameters: the embedded ones, overlaid by an administrator's overrides.
/// For a day, an override in force that day goes before an embedded value; among those the one valid from the later
/// day.</summary>
public sealed class LegalParameters
{
    private static readonly Lazy<LegalParameters> TheEmbedded = new(() =>
        new LegalParameters(EmbeddedRules.Read(), [])
    );

    private readonly IReadOnlyList<LegalParameter> _basis;
    private readonly IReadOnlyList<LegalParameter> _overrides;
    private readonly FrozenDictionary<string, LegalParameter[]> _byCode;

    public LegalParameters(IEnumerable<LegalParameter> basis, IEnumerable<LegalParameter> overrides)
    {
        _basis = [.. basis];
        _overrides = [.. overrides];
        _byCode = _overrides
            .OrderByDescending(p => p.ValidFrom)
            .Concat(_basis.OrderByDescending(p => p.ValidFrom))
            .GroupBy(p => p.Code, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The parameters delivered with PLUS (<c>Rules/*.json</c>).</summary>
    public static LegalParameters Embedded => TheEmbedded.Value;

    /// <summary>Every parameter of the basis, then every override.</summary>
    public IEnumerable<LegalParameter> All => _basis.Concat(_overrides);

    public IEnumerable<string> Codes => _byCode.Keys.Order(StringComparer.Ordinal);

    /// <summary>The parameter in force on the day.</summary>
    /// <exception cref="LegalParameterException">Unknown code, or nothing in force that day.</exception>
    public LegalParameter Get(string code, DateOnly on) =>
        Find(code, on)
        ?? throw new LegalParameterException(code, on, _byCode.ContainsKey(code) ? "is not in force" : "is unknown");

    /// <summary>The parameter in force on the day, or null.</summary>
    public LegalParameter? Find(string code, DateOnly on) =>
        _byCode.TryGetValue(code, out var held) ? Array.Find(held, p => p.InForceOn(on)) : null;

    /// <summary>All entries of one code, overrides first, later ones first.</summary>
    public IReadOnlyList<LegalParameter> History(string code) => _byCode.GetValueOrDefault(code) ?? [];

    /// <summary>A new set in which each override rules from its first to its last day.</summary>
    public LegalParameters With(IEnumerable<LegalParameter> overrides) => new(_basis, _overrides.Concat(overrides));
}
