using Plus.Shared.Documents.Records;

namespace Plus.Shared.Documents.LifeCycle;

/// <summary>Which way a document may go, and with which permission. What is not listed is refused.</summary>
public static class DocumentLifeCycle
{
    // Delivered and failed are no steps of a person: a document stands where its copies are.
    private static readonly Dictionary<(DocumentState From, DocumentState To), string[]> Ways = new()
    {
        [(DocumentState.Draft, DocumentState.ToBeAgreed)] = [DocumentPermissions.Work],
        [(DocumentState.Draft, DocumentState.ToBeSigned)] = [DocumentPermissions.Work],
        [(DocumentState.Draft, DocumentState.Annulled)] = [DocumentPermissions.Work],
        [(DocumentState.ToBeAgreed, DocumentState.Agreed)] = [DocumentPermissions.Agree],
        [(DocumentState.ToBeAgreed, DocumentState.Draft)] = [DocumentPermissions.Agree, DocumentPermissions.Work],
        [(DocumentState.Agreed, DocumentState.ToBeSigned)] = [DocumentPermissions.Work],
        [(DocumentState.Agreed, DocumentState.Draft)] = [DocumentPermissions.Work],
        [(DocumentState.ToBeSigned, DocumentState.Signed)] = [DocumentPermissions.Sign],
        [(DocumentState.ToBeSigned, DocumentState.Draft)] = [DocumentPermissions.Sign, DocumentPermissions.Work],
        [(DocumentState.ToBeSigned, DocumentState.Annulled)] = [DocumentPermissions.Work],
        [(DocumentState.Signed, DocumentState.Sent)] = [DocumentPermissions.Send],
        [(DocumentState.Signed, DocumentState.Registered)] = [DocumentPermissions.Send],
        // Post and e-mail bring no proof: what was sent is put into the file.
        [(DocumentState.Sent, DocumentState.Registered)] = [DocumentPermissions.Send],
        [(DocumentState.Failed, DocumentState.Sent)] = [DocumentPermissions.Send],
        [(DocumentState.Failed, DocumentState.Registered)] = [DocumentPermissions.Send],
        [(DocumentState.Delivered, DocumentState.Registered)] = [DocumentPermissions.Send],
    };

    /// <summary>The permissions one of which opens the way; none when there is no such way.</summary>
    public static IReadOnlyList<string> Permissions(DocumentState from, DocumentState to) =>
        Ways.GetValueOrDefault((from, to), []);

    /// <summary>The states it may go to, with what opens each way.</summary>
    public static IEnumerable<(DocumentState To, IReadOnlyList<string> Permissions)> From(DocumentState state) =>
        Ways.Where(w => w.Key.From == state).Select(w => (w.Key.To, (IReadOnlyList<string>)w.Value));

    /// <summary>Whether its words may still be changed.</summary>
    public static bool IsOpen(DocumentState state) => state is DocumentState.Draft or DocumentState.ToBeAgreed;
}
