using Plus.Kernel.Ids;
using Plus.Kernel.Modules;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Law.Rules;
using Plus.Law.Sections;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Cases.Contract;

/// <summary>
/// The door of one of the nine functions. Shared rooms never name a function: they ask the doors.
/// </summary>
public abstract class FunctionDoor : PlusModule
{
    public abstract ProbationFunction Function { get; }

    public sealed override string Code => Function.Code();

    /// <summary>Adds the function's own facts of a section just opened to the context; sets the section's term.</summary>
    public abstract void Open(PlusDb db, OpeningSection opening);

    /// <summary>Changes the function's facts after a corrected founding document or a release notice.</summary>
    public abstract Task CorrectAsync(PlusDb db, OpeningSection opening, CancellationToken ct);

    /// <summary>Fills in what happened before PLUS carried the section out; its facts are tracked or stored.</summary>
    public virtual Task TakeOverAsync(PlusDb db, Section section, TakenFacts taken, CancellationToken ct) =>
        Task.CompletedTask;

    /// <summary>What the client page and the identity bar show of each section: term or hours, requirements.</summary>
    public abstract Task<IReadOnlyDictionary<SectionId, SectionProgress>> ProgressAsync(
        PlusDb db,
        IReadOnlyCollection<SectionId> sections,
        DateOnly today,
        CancellationToken ct
    );

    /// <summary>Facts of this function that the law of tasks needs; the shared ones are filled in already.</summary>
    public virtual Task<IReadOnlyList<FactsForTasks>> WithOwnFactsAsync(
        PlusDb db,
        IReadOnlyList<FactsForTasks> sections,
        CancellationToken ct
    ) => Task.FromResult(sections);

    /// <summary>Address of a section's page: the general one unless the function has its own.</summary>
    public virtual string SectionHref(SectionId section) => $"/sections/{section}";

    /// <summary>Whether the execution begins at once when the client registers.</summary>
    public virtual bool ActiveOnRegistration => true;

    /// <summary>The function's own facts of a section, for showing: what its figures count.</summary>
    public virtual Task<IReadOnlyList<SectionFact>> ReadFactsAsync(
        PlusDb db,
        SectionId section,
        CancellationToken ct
    ) => Task.FromResult<IReadOnlyList<SectionFact>>([]);

    /// <summary>What of the function's own facts stands against closing with an outcome on a day; null when nothing.</summary>
    public virtual Task<Refusal?> AgainstClosingAsync(
        PlusDb db,
        Section section,
        string outcome,
        DateOnly day,
        CancellationToken ct
    ) => Task.FromResult<Refusal?>(null);

    /// <summary>What of the function's own facts stands against suspending from a day; null when nothing.</summary>
    public virtual Task<Refusal?> AgainstSuspendingAsync(
        PlusDb db,
        Section section,
        DateOnly from,
        CancellationToken ct
    ) => Task.FromResult<Refusal?>(null);

    /// <summary>Takes back what was planned in the time of a suspension, in the same process.</summary>
    public virtual Task SuspendingAsync(PlusDb db, Section section, DateOnly from, CancellationToken ct) =>
        Task.CompletedTask;

    /// <summary>Fills in what the closing itself tells (the report was sent on that day), in the same process.</summary>
    public virtual Task ClosingAsync(PlusDb db, Section section, string outcome, DateOnly day, CancellationToken ct) =>
        Task.CompletedTask;

    /// <summary>What the term of a section is counted from; null for functions without a term.</summary>
    /// <param name="inForceOn">Day on which the founding document came into force.</param>
    public virtual Task<TermBasis?> TermBasisAsync(
        PlusDb db,
        SectionId section,
        DateOnly? inForceOn,
        CancellationToken ct
    ) => Task.FromResult<TermBasis?>(null);

    /// <summary>Address of the function's form for its own facts, or null when it has none.</summary>
    public virtual string? FactsHref(SectionId section) => null;
}

/// <summary>A section being opened or corrected, and what its founding document says.</summary>
/// <param name="Section">Tracked by the context.</param>
/// <param name="Terms">The measure.</param>
/// <param name="InForceOn">Day on which the document came into force; null for requests.</param>
/// <param name="IssuedOn">Day of the document.</param>
/// <param name="BirthDate">The client's.</param>
/// <param name="Parameters">The legal parameters as this Service has them.</param>
public sealed record OpeningSection(
    Section Section,
    MeasureTerms Terms,
    DateOnly? InForceOn,
    DateOnly IssuedOn,
    DateOnly BirthDate,
    LegalParameters Parameters
)
{
    /// <summary>Times in which the section was suspended; they move the end of a term.</summary>
    public IReadOnlyList<Law.Terms.Suspension> Suspensions { get; init; } = [];

    /// <summary>What else changed the term since it was set.</summary>
    public IReadOnlyList<Law.Terms.TermChange> Changes { get; init; } = [];

    /// <summary>Suspensions and other changes together, as the law counts them.</summary>
    public IReadOnlyList<Law.Terms.TermChange> AllChanges =>
        [.. Changes, .. Suspensions.Select(s => new Law.Terms.TermChange.Suspended(s.From, s.To))];
}

/// <summary>One fact of a function, for showing.</summary>
/// <param name="TextKey">Key of its name.</param>
/// <param name="Value">A date, number, yes or no; or a code when <paramref name="CodeKey"/> is set.</param>
/// <param name="CodeKey">Text key before the code, as <c>mediation.source.</c>.</param>
public sealed record SectionFact(string TextKey, object? Value, string? CodeKey = null)
{
    /// <summary>Where more of it stands.</summary>
    public string? Href { get; init; }
}

/// <summary>What is to be done in a section and how far it is.</summary>
/// <param name="Requirements">Text keys with values, one line each: hours imposed, term, request to answer.</param>
/// <param name="Done">Minutes credited or days passed; null where there is nothing to measure.</param>
/// <param name="Whole">Minutes imposed or days of the term.</param>
/// <param name="InMinutes">Whether the two are minutes (else days).</param>
public sealed record SectionProgress(
    IReadOnlyList<RequirementLine> Requirements,
    int? Done,
    int? Whole,
    bool InMinutes
);

/// <summary>One requirement as a text.</summary>
public sealed record RequirementLine(string TextKey, IReadOnlyDictionary<string, object?> Values);
