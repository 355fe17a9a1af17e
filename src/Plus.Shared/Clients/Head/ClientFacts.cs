using Plus.Kernel.Ids;
using Plus.Law.Identity;
using Plus.Shared.Cases.Contract;

namespace Plus.Shared.Clients.Head;

/// <summary>Who the client is and what is under way: what every page of the client starts with.</summary>
public sealed record ClientFacts
{
    public required ClientId Id { get; init; }

    public required string GivenName { get; init; }

    public required string Surname { get; init; }

    public required DateOnly BirthDate { get; init; }

    public string? Sex { get; init; }

    /// <summary>The current personal code in its written form; null when there is none.</summary>
    public string? Code { get; init; }

    public string? RiskToStaff { get; init; }

    public bool NeedsInterpreter { get; init; }

    public IReadOnlyList<string> Languages { get; init; } = [];

    public DateOnly? DiedOn { get; init; }

    public CaseId? CaseId { get; init; }

    public string? CaseNumber { get; init; }

    /// <summary>When the case file was put in order; null while it is not.</summary>
    public DateOnly? CaseFormedOn { get; init; }

    /// <summary>The record's version, for forms that change it.</summary>
    public uint Version { get; init; }

    /// <summary>Open ones first, by the day they were opened; annulled ones are left out.</summary>
    public IReadOnlyList<ClientSection> Sections { get; init; } = [];

    /// <summary>Whom the client must not meet now.</summary>
    public IReadOnlyList<ClientId> MustNotMeet { get; init; } = [];

    /// <summary>Undecided possible duplicates of the record.</summary>
    public int PossibleDuplicates { get; init; }

    /// <summary>When the records went into the archive; null while they are at hand.</summary>
    public DateTimeOffset? ArchivedAt { get; init; }

    public string FullName => $"{GivenName} {Surname}";

    public int? AgeOn(DateOnly day) => PersonAge.AgeOrNull(BirthDate, DiedOn < day ? DiedOn.Value : day);

    public bool IsMinorOn(DateOnly day) => AgeOn(day) < 18;

    public IEnumerable<ClientSection> Open => Sections.Where(s => s.ClosedOn is null);
}

/// <summary>A section of the client as its pages show it.</summary>
public sealed record ClientSection(
    SectionId Id,
    string Function,
    string Measure,
    string State,
    DateOnly OpenedOn,
    DateOnly? TermStartsOn,
    DateOnly? TermEndsOn,
    DateOnly? ClosedOn,
    string? Outcome,
    bool SexualOffence,
    OfficeId? OfficeId,
    string? Office,
    string? Manager,
    StaffId? ManagerId,
    string BasisKind,
    string BasisNumber,
    DateOnly BasisIssuedOn,
    string? Issuer
)
{
    /// <summary>How far it is, as its function says; null when the function measures nothing.</summary>
    public SectionProgress? Progress { get; init; }

    /// <summary>Its page; null when the section itself is out of the person's reach, or its page is not for them.</summary>
    public string? Href { get; init; }
}
