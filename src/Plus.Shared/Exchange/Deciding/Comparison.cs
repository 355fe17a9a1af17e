using Plus.Law.Identity;
using Plus.Shared.Clients.Records;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Taking;
using Plus.Web.Language;

namespace Plus.Shared.Exchange.Deciding;

/// <summary>One field of the incoming person beside the known one's.</summary>
/// <param name="Standing">equal, differs or unknown (one side has none).</param>
internal sealed record ComparedField(string TextKey, string Incoming, string Known, string Standing);

/// <summary>A known client field by field beside the incoming person.</summary>
internal static class Comparison
{
    public static IReadOnlyList<ComparedField> Of(PersonData incoming, KnownClient known, Texts texts)
    {
        var client = known.Client;
        var code = PersonalCode.TryParse(incoming.PersonalCode, out var parsed)
            ? parsed.Format()
            : incoming.PersonalCode;
        var codes = known
            .Identifiers.Where(i => i.Kind == IdentifierKind.PersonalCode)
            .Select(i => PersonalCode.TryParse(i.Value, out var c) ? c.Format() : i.Value)
            .ToList();
        var names = known.Names.Select(n => n.Surname).Prepend(client.Surname).Distinct().ToList();
        var phones = known.Reach.Where(r => r.Kind == ReachKind.Phone && r.To is null).ToList();
        var address = known
            .Addresses.Where(a => a.Kind == AddressKind.Declared && a.To is null)
            .MaxBy(a => (a.AsOf, a.Id));
        return
        [
            Field("givenName", incoming.GivenName, [client.GivenName], NameFolding.Fold),
            Field("surname", incoming.Surname, names, NameFolding.Fold),
            Field("birthDate", texts.Write(incoming.BirthDate), [texts.Write(client.BirthDate)], s => s),
            Field("personalCode", code, codes, s => s),
            Field("sex", incoming.Sex, One(client.Sex), s => s),
            Field("citizenship", incoming.Citizenship, One(client.Citizenship), s => s),
            Field("declaredAddress", incoming.Declared?.Text, One(address?.Text), NameFolding.Fold),
            Field("phone", incoming.Phone, [.. phones.Select(p => p.Value)], ClientReach.PhoneKey),
        ];
    }

    private static List<string> One(string? value) => value is null ? [] : [value];

    private static ComparedField Field(
        string member,
        string? incoming,
        IReadOnlyList<string> known,
        Func<string, string> fold
    ) =>
        new(
            "exchange.member." + member,
            incoming ?? "–",
            known.Count == 0 ? "–" : string.Join(", ", known),
            incoming is null || known.Count == 0 ? "unknown"
                : known.Any(k => fold(k) == fold(incoming)) ? "equal"
                : "differs"
        );
}
