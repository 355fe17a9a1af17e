namespace Plus.Shared.Exchange.Messages;

/// <summary>A message that was read whole and breaks no rule of the contract. Texts are trimmed and composed.</summary>
public sealed record IntakeContent
{
    public required Guid MessageId { get; init; }

    public required string Kind { get; init; }

    public required DateTimeOffset SentAt { get; init; }

    public required Sender Sender { get; init; }

    public string? Number { get; init; }

    /// <summary>Day of the document.</summary>
    public DateOnly? IssuedOn { get; init; }

    public DateOnly? InForceOn { get; init; }

    public string? ProceedingNo { get; init; }

    public PersonData? Person { get; init; }

    public IReadOnlyList<PersonData> Representatives { get; init; } = [];

    /// <summary>The victim of a mediation request; never shown with the offender's data.</summary>
    public PersonData? Victim { get; init; }

    public IReadOnlyList<OffenceData> Offences { get; init; } = [];

    public IReadOnlyList<MeasureData> Measures { get; init; } = [];

    public RequestData? Request { get; init; }

    public IReadOnlyList<AttachmentData> Attachments { get; init; } = [];

    /// <summary>The message that a notice, a correction or a withdrawal is about.</summary>
    public Guid? RefersTo { get; init; }

    public DateOnly? ReleasedOn { get; init; }

    /// <summary>Kind of the document that is corrected.</summary>
    public string? Corrects { get; init; }

    public string? Reason { get; init; }

    /// <summary>Members that the contract does not know, by their path. They are kept and shown.</summary>
    public IReadOnlyList<string> UnknownMembers { get; init; } = [];

    /// <summary>Kind of the document itself: of a correction, what it corrects.</summary>
    public string DocumentKind => Corrects ?? Kind;

    /// <summary>What the founding document is called where data came from it.</summary>
    public string Source => Number ?? MessageId.ToString();
}

/// <summary>Who sent the message.</summary>
public sealed record Sender(string Kind, string Name);

/// <summary>A person as the message describes them.</summary>
public sealed record PersonData(string GivenName, string Surname, DateOnly? BirthDate)
{
    /// <summary>The code as written; whether it can be one is a matter of attention, not of form.</summary>
    public string? PersonalCode { get; init; }

    public string? Sex { get; init; }

    public string? Citizenship { get; init; }

    public AddressData? Declared { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>Relation code of a representative.</summary>
    public string? Relation { get; init; }

    /// <summary>A name was longer than names are; it is stored shortened.</summary>
    public bool NameTooLong { get; init; }
}

/// <summary>An address with its territory code as given.</summary>
public sealed record AddressData(string? TerritoryCode, string Text);

/// <summary>An offence: article of the Criminal Law with its superscript apart.</summary>
public sealed record OffenceData(string Article, int? Sup, int? Part, string? Point, DateOnly? CommittedOn);

/// <summary>One measure as imposed. What the kind does not have is null.</summary>
public sealed record MeasureData(string Kind)
{
    /// <summary>Code of a measure that only says that imprisonment is served; no section is opened for it.</summary>
    public const string Imprisonment = "imprisonment";

    public string? Role { get; init; }

    public int? Hours { get; init; }

    public int? Months { get; init; }

    public int? ImprisonmentMonths { get; init; }

    public int? TestPeriodMonths { get; init; }

    public DateOnly? Until { get; init; }

    public DateOnly? ReleasedOn { get; init; }

    public int? MonitoringMonths { get; init; }
}

/// <summary>What is asked for in an assessment report.</summary>
public sealed record RequestData(string Purpose, DateOnly? RespondBy);

/// <summary>A file named by the message.</summary>
public sealed record AttachmentData(string Name, string? MediaType, string? Sha256, long? Size);
