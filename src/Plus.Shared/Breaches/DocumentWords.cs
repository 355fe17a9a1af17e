using Plus.Shared.Breaches.Listing;
using Plus.Web.Language;

namespace Plus.Shared.Breaches;

/// <summary>Documents of a section in the words of a list to choose from.</summary>
internal static class DocumentWords
{
    public static string Of(Texts texts, SectionDocument document) =>
        texts[
            "breaches.document",
            ("kind", texts["documents.kind." + document.Kind]),
            ("title", document.Title ?? document.Number ?? ""),
            ("day", document.Day)
        ];
}
