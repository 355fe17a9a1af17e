using Plus.Kernel.Storage;
using Plus.Law.Rules;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Breaches.Contract;

/// <summary>What a function adds to the violations of its sections. A function without it has the plain ladder.</summary>
public interface IBreachDoor
{
    /// <summary>What is not served on a day, and what a court may replace it by.</summary>
    Task<RestOfMeasure?> RestAsync(
        PlusDb db,
        Section section,
        DateOnly on,
        LegalParameters parameters,
        CancellationToken ct
    );

    /// <summary>Outcome with which a section is closed when the court replaced the measure.</summary>
    string? OutcomeWhenReplaced(string measure) => null;

    /// <summary>Whether the client is monitored electronically on a day.</summary>
    Task<bool> IsMonitoredAsync(PlusDb db, Section section, DateOnly on, CancellationToken ct) =>
        Task.FromResult(false);
}

/// <summary>What is left of a measure, with the reckoning of what may take its place, step by step.</summary>
/// <param name="Unserved">Whole minutes of work or days of a term.</param>
/// <param name="ReplacedByDays">Days of imprisonment the rule gives; null where the law gives no such reckoning.</param>
/// <param name="Lines">The reckoning in words, line by line.</param>
/// <param name="Unverified">Some number in it is not confirmed.</param>
public sealed record RestOfMeasure(
    int Unserved,
    int? ReplacedByDays,
    IReadOnlyList<ReckoningLine> Lines,
    string? Source,
    bool Unverified
);

/// <summary>One line of a reckoning as a text with values.</summary>
public sealed record ReckoningLine(string TextKey, IReadOnlyDictionary<string, object?> Values);
