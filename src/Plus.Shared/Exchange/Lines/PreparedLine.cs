using Plus.Law.Identity;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Records;

namespace Plus.Shared.Exchange.Lines;

/// <summary>A line that was read, and what must not be twice in one batch with it.</summary>
/// <param name="Source">The line.</param>
/// <param name="Read">What reading came to; null for a blank line and for one that was taken in before.</param>
/// <param name="Keys">Lines of one batch share none of these: so what the first one does is seen by the second.</param>
public sealed record PreparedLine(SourceLine Source, ReadLine? Read, IReadOnlyList<string> Keys)
{
    /// <summary>Reads the line unless it is known by its hash.</summary>
    public static PreparedLine Of(SourceLine source, bool known)
    {
        if (known || source.IsBlank)
        {
            return new PreparedLine(source, null, []);
        }

        var read = source.TooLong
            ? new ReadLine(
                null,
                [IntakeReason.Of(IntakeReasons.TooLong, null, ("longest", LineSource.LongestLine))],
                null,
                null,
                Convert.ToHexStringLower(source.Hash)
            )
            : MessageReader.Read(source.Bytes);
        return new PreparedLine(source, read, [.. KeysOf(read)]);
    }

    /// <summary>The message's row as it comes in, before anything is decided about it.</summary>
    /// <param name="read">What reading the line came to.</param>
    /// <param name="run">The run it comes with; null for a single message sent in again.</param>
    public IntakeMessage RowOf(ReadLine read, Guid? run, DateTimeOffset now) =>
        new(Guid.CreateVersion7(), read.MessageId, read.ContentHash, RawText.Of(Source), run, Source.Number, now);

    /// <summary>The key of a message.</summary>
    public static string KeyOf(Guid message) => "m" + message;

    /// <summary>The key of a personal code, without its hyphen.</summary>
    public static string KeyOfCode(string digits) => "c" + digits;

    /// <summary>The key of a birth date with a folded surname.</summary>
    public static string KeyOf(DateOnly birth, string surname) => $"b{birth:yyyyMMdd}{surname}";

    private static IEnumerable<string> KeysOf(ReadLine read)
    {
        yield return "h" + read.ContentHash;
        if (read.MessageId is { } id)
        {
            yield return KeyOf(id);
        }

        if (read.Content?.RefersTo is { } other)
        {
            yield return KeyOf(other);
        }

        if (read.Content?.Person is not { } person)
        {
            yield break;
        }

        if (PersonalCode.TryParse(person.PersonalCode, out var code))
        {
            yield return KeyOfCode(code.Digits);
        }

        if (person.BirthDate is { } birth)
        {
            yield return KeyOf(birth, NameFolding.Fold(person.Surname));
        }
    }
}
