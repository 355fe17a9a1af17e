namespace Plus.Bench.Data;

/// <summary>
/// Ids of the bench's records: the same in every run, in the form and the order of ids made in code (version 7), all
/// older than any id made now.
/// </summary>
internal static class BenchId
{
    private const long FirstMillisecond = 1_577_836_800_000; // 2020-01-01

    public static Guid Of(BenchTable table, long number)
    {
        var milliseconds = FirstMillisecond + number;
        return new Guid(
            (int)(milliseconds >> 16),
            (short)milliseconds,
            (short)(0x7000 | (int)table),
            0x80,
            (byte)(number >> 48),
            (byte)(number >> 40),
            (byte)(number >> 32),
            (byte)(number >> 24),
            (byte)(number >> 16),
            (byte)(number >> 8),
            (byte)number
        );
    }
}

/// <summary>Tables whose ids the bench makes.</summary>
internal enum BenchTable
{
    Staff,
    Post,
    Client,
    Identifier,
    Name,
    Address,
    Reach,
    Case,
    Basis,
    Offence,
    Section,
    Assignment,
    Hours,
    Contact,
    Appointment,
    Entry,
    Process,
    Task,
}
