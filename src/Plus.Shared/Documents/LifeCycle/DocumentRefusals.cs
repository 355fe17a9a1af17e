using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Documents.Records;

namespace Plus.Shared.Documents.LifeCycle;

/// <summary>A document does not go from the one state to the other.</summary>
public sealed record WayIsClosed(DocumentState From, DocumentState To) : Refusal("documents.refusal.wayIsClosed")
{
    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["from"] = CodeConversion.CodeOf(From), ["to"] = CodeConversion.CodeOf(To) };
}

/// <summary>Who made a document does not agree to it.</summary>
public sealed record OwnDocumentIsAgreedByAnother() : Refusal("documents.refusal.ownAgreement");

/// <summary>It was handed to somebody else.</summary>
public sealed record HandedToAnother() : Refusal("documents.refusal.handedToAnother");

/// <summary>Its words may not be changed any more.</summary>
public sealed record WordsStandFast() : Refusal("documents.refusal.wordsStandFast");

/// <summary>There is nothing to sign or to read yet.</summary>
public sealed record NoVersionYet() : Refusal("documents.refusal.noVersion");

/// <summary>A series that numbers documents today is needed before it is signed.</summary>
public sealed record SeriesIsMissing() : Refusal("documents.refusal.seriesMissing")
{
    public override string? Field => "Nomenclature";
}

/// <summary>What is returned or given up needs a word why.</summary>
public sealed record WhyIsMissing() : Refusal("documents.refusal.whyMissing")
{
    public override string? Field => "Reason";
}

/// <summary>Only people who may do it can be named.</summary>
public sealed record PersonMayNot() : Refusal("documents.refusal.personMayNot")
{
    public override string? Field => "Person";
}
