namespace Plus.Law.Identity;

/// <summary>A name a person bears or bore.</summary>
public sealed record PersonName(string GivenName, string Surname);

/// <summary>The person of an incoming document. An unreadable code counts as none.</summary>
public sealed record IncomingPerson(PersonName Name, PersonalCode? Code, DateOnly? BirthDate);

/// <summary>A client already known, with all codes and all names, the present and the earlier.</summary>
public sealed record KnownPerson<TKey>(
    TKey Key,
    PersonName CurrentName,
    IReadOnlyList<PersonName> EarlierNames,
    IReadOnlyList<PersonalCode> Codes,
    DateOnly? BirthDate
)
    where TKey : notnull;

/// <summary>Who an incoming person is.</summary>
public abstract record MatchDecision<TKey>
    where TKey : notnull
{
    private MatchDecision() { }

    /// <summary>Code, birth date and a name of his are equal.</summary>
    public sealed record SameClient(TKey Key) : MatchDecision<TKey>;

    /// <summary>Code, birth date and given name are equal, the surname is one not known yet.</summary>
    public sealed record SameClientNewSurname(TKey Key) : MatchDecision<TKey>;

    /// <summary>A human decides; nothing is attached to anybody before.</summary>
    public sealed record MatchToConfirm(IReadOnlyList<TKey> Candidates) : MatchDecision<TKey>;

    /// <summary>Nobody known is like this.</summary>
    public sealed record NewClient : MatchDecision<TKey>;
}

/// <summary>Decides whether an incoming person is a known client. Names are compared folded.</summary>
public static class PersonMatching
{
    /// <param name="candidates">At least everyone who has the incoming code, or the incoming birth date with the incoming
    /// name; more do no harm.</param>
    public static MatchDecision<TKey> Decide<TKey>(IncomingPerson incoming, IEnumerable<KnownPerson<TKey>> candidates)
        where TKey : notnull
    {
        var name = FoldedName.Of(incoming.Name);
        var known = candidates.ToList();
        var withCode = known.Where(k => incoming.Code is { } code && k.Codes.Contains(code)).ToList();
        if (withCode.Count > 1)
        {
            return new MatchDecision<TKey>.MatchToConfirm([.. withCode.Select(k => k.Key)]);
        }
        if (withCode.Count == 1)
        {
            return ByCode(incoming, name, withCode[0]);
        }
        var alike = known.Where(k => SameBirth(incoming, k) && BearsName(k, name)).Select(k => k.Key).ToList();
        return alike.Count > 0 ? new MatchDecision<TKey>.MatchToConfirm(alike) : new MatchDecision<TKey>.NewClient();
    }

    private static MatchDecision<TKey> ByCode<TKey>(IncomingPerson incoming, FoldedName name, KnownPerson<TKey> known)
        where TKey : notnull
    {
        if (!SameBirth(incoming, known))
        {
            return new MatchDecision<TKey>.MatchToConfirm([known.Key]);
        }
        if (BearsName(known, name))
        {
            return new MatchDecision<TKey>.SameClient(known.Key);
        }
        return Names(known).Any(n => n.GivenName == name.GivenName)
            ? new MatchDecision<TKey>.SameClientNewSurname(known.Key)
            : new MatchDecision<TKey>.MatchToConfirm([known.Key]);
    }

    // Two unknown birth dates are not equal: what is not known cannot confirm anybody.
    private static bool SameBirth<TKey>(IncomingPerson incoming, KnownPerson<TKey> known)
        where TKey : notnull => incoming.BirthDate is { } birth && birth == known.BirthDate;

    private static bool BearsName<TKey>(KnownPerson<TKey> known, FoldedName name)
        where TKey : notnull
    {
        var names = Names(known).ToList();
        return names.Exists(n => n.GivenName == name.GivenName) && names.Exists(n => n.Surname == name.Surname);
    }

    private static IEnumerable<FoldedName> Names<TKey>(KnownPerson<TKey> known)
        where TKey : notnull => known.EarlierNames.Prepend(known.CurrentName).Select(FoldedName.Of);

    private readonly record struct FoldedName(string GivenName, string Surname)
    {
        public static FoldedName Of(PersonName name) =>
            new(NameFolding.Fold(name.GivenName), NameFolding.Fold(name.Surname));
    }
}
