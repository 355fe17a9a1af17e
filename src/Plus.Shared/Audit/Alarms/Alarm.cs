using System.ComponentModel.DataAnnotations.Schema;

namespace Plus.Shared.Audit.Alarms;

/// <summary>Something that a rule has found and a person judges.</summary>
internal sealed class Alarm
{
    public Guid Id { get; init; }

    public string Rule { get; init; } = "";

    public DateOnly Day { get; init; }

    public Guid? StaffId { get; init; }

    public Guid[] Clients { get; init; } = [];

    public Guid[] Events { get; init; } = [];

    public string Table { get; init; } = "";

    /// <summary>Persons or events, as the rule counts.</summary>
    public int Number { get; init; }

    /// <summary>What the person does on an ordinary day, where the rule compares with it.</summary>
    public decimal? Usual { get; init; }

    public DateTime FoundAt { get; init; }

    /// <summary>Names of tables and functions, where the rule tells of the database itself.</summary>
    public string? Detail { get; init; }

    public string? Verdict { get; init; }

    public string? VerdictReason { get; init; }

    [NotMapped]
    public string? Employee { get; set; }
}

/// <summary>One line of the year: how many alarms of a rule ended how.</summary>
internal sealed class AlarmYearLine
{
    public string Rule { get; init; } = "";

    public string? Verdict { get; init; }

    public long Number { get; init; }
}
