using Plus.Shared.Documents.Records;

namespace Plus.Shared.Documents.Lists;

/// <summary>Colours of the states.</summary>
internal static class DocumentTones
{
    public static string Of(DocumentState state) =>
        state switch
        {
            DocumentState.Draft => "grey",
            DocumentState.ToBeAgreed or DocumentState.ToBeSigned => "yellow",
            DocumentState.Agreed or DocumentState.Sent => "blue",
            DocumentState.Failed => "red",
            DocumentState.Annulled => "grey",
            _ => "green",
        };
}
