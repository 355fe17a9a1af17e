using Npgsql;
using Plus.Kernel.Ids;

namespace Plus.Shared.Journal.Timeline;

/// <summary>A line of the timeline as read.</summary>
/// <param name="Values">Named values of the history line, JSON.</param>
/// <param name="EntryId">The note it is about, if any.</param>
/// <param name="Corrects">The note that this note corrects.</param>
/// <param name="CorrectedBy">The note that corrects this one.</param>
public sealed record TimelineRow(
    ProcessId Id,
    DateTimeOffset At,
    DateOnly OnDay,
    string Type,
    string? Values,
    string? Reason,
    string? LegalBasis,
    SectionId? Section,
    string? Measure,
    string? Actor,
    string? ContactNote,
    Guid? EntryId,
    string? EntryKind,
    string? EntryText,
    Guid? Corrects,
    Guid? CorrectedBy
)
{
    internal static TimelineRow Read(NpgsqlDataReader reader) =>
        new(
            new ProcessId(reader.GetGuid(0)),
            reader.GetFieldValue<DateTimeOffset>(1),
            reader.GetFieldValue<DateOnly>(2),
            reader.GetString(3),
            Text(reader, 4),
            Text(reader, 5),
            Text(reader, 6),
            IdAt(reader, 7) is { } section ? new SectionId(section) : null,
            Text(reader, 8),
            Text(reader, 9),
            Text(reader, 10),
            IdAt(reader, 11),
            Text(reader, 12),
            Text(reader, 13),
            IdAt(reader, 14),
            IdAt(reader, 15)
        );

    private static string? Text(NpgsqlDataReader reader, int at) => reader.IsDBNull(at) ? null : reader.GetString(at);

    private static Guid? IdAt(NpgsqlDataReader reader, int at) => reader.IsDBNull(at) ? null : reader.GetGuid(at);
}
