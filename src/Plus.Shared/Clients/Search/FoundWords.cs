using Plus.Law.Identity;
using Plus.Web.Language;

namespace Plus.Shared.Clients.Search;

/// <summary>Why a client stands in the answer, in words.</summary>
internal static class FoundWords
{
    /// <summary>Null when the name shown says it already.</summary>
    public static string? Of(FoundClient found, Texts texts) =>
        found.Why == "name" || (found.Why == "earlierName" && found.Detail == $"{found.GivenName} {found.Surname}")
            ? null
            : texts[$"clients.search.by.{found.Why}", ("detail", Detail(found))];

    private static string? Detail(FoundClient found) =>
        found.Why == "identifier" && PersonalCode.TryParse(found.Detail, out var code) ? code.Format() : found.Detail;
}
