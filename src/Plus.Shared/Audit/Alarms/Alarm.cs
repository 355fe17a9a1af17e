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

/// <summary>One rule's year.</summary>
internal sealed class AlarmYearRow
{
    public string Rule { get; init; } = "";

    public long Found { get; init; }

    public long Waiting { get; init; }

    public long Justified { get; init; }

    public long NotJustified { get; init; }

    public long FurtherCheck { get; init; }

    /// <summary>Different people whom the alarms concern.</summary>
    public long Employees { get; init; }

    /// <summary>Mean days from the alarm to its verdict; null where there is none.</summary>
    public decimal? DaysToVerdict { get; init; }
}

/// <summary>One line of the year: how many alarms of a rule ended how.</summary>
internal sealed class AlarmYearLine
{
    public string Rule { get; init; } = "";

    public string? Verdict { get; init; }

    public long Number { get; init; }
}
