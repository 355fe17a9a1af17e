namespace Plus.Shared.Cases.Contract;

/// <summary>What the term of a section is counted from, as its function knows it.</summary>
/// <param name="StartOn">First day of the term; null while it waits (release not known).</param>
/// <param name="Months">Length in months; null when the ruling names the last day.</param>
/// <param name="LastDay">Last day that the ruling names (included); null when it gives months.</param>
public sealed record TermBasis(DateOnly? StartOn, int? Months, DateOnly? LastDay);
