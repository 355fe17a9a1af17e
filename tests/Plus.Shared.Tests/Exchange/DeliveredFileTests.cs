using System.Text.Json;

namespace Plus.Shared.Tests.Exchange;

/// <summary>The file of November 2026: first run, second run, reverse order.</summary>
public sealed class DeliveredFileTests
{
    private static readonly string Folder = FindFolder();
    private static readonly byte[] Messages = File.ReadAllBytes(Path.Combine(Folder, "intake-2026-11.jsonl"));

    private static readonly List<Outcome> Expected = JsonSerializer.Deserialize<List<Outcome>>(
        File.ReadAllBytes(Path.Combine(Folder, "intake-2026-11.expected.json")),
        JsonSerializerOptions.Web
    )!;

    [Fact]
    public async Task FirstRun_LeadsToExactlyWhatIsExpected()
    {
        await using var house = await IntakeHouse.NewAsync();

        Same(Expected, await house.TakeAsync(Messages));
    }

    [Fact]
    public async Task SecondRun_RepeatsWhatTookEffectAndLeavesTheQuarantineAsItIs()
    {
        await using var house = await IntakeHouse.NewAsync();
        await house.TakeAsync(Messages);
        var before = await CountsAsync(house);

        var second = await house.TakeAsync(Messages);

        Same([.. Expected.Select(e => e.Result == "rejected" ? e : e with { Result = "repeat" })], second);
        Assert.Equal(before, await CountsAsync(house));
    }

    [Fact]
    public async Task SecondRun_OfTheSameMessagesWrittenOtherwise_IsStillARepeat()
    {
        await using var house = await IntakeHouse.NewAsync();
        await house.TakeAsync(Messages);
        var before = await CountsAsync(house);
        // The line that is no JSON is known by its bytes alone.
        var rewritten = System
            .Text.Encoding.UTF8.GetString(Messages)
            .TrimEnd('\n')
            .Split('\n')
            .Select((l, i) => i + 1 == 428 ? l : l.Replace("\": ", "\" :  ", StringComparison.Ordinal))
            .ToArray();

        var second = await house.TakeAsync(rewritten);

        Same([.. Expected.Select(e => e.Result == "rejected" ? e : e with { Result = "repeat" })], second);
        Assert.Equal(before, await CountsAsync(house));
    }

    [Fact]
    public async Task ReverseOrder_TheLaterReadOfTwoIsTheDoubtfulOneAndWhatIsEarlyWaits()
    {
        await using var house = await IntakeHouse.NewAsync();
        var lines = System.Text.Encoding.UTF8.GetString(Messages).TrimEnd('\n').Split('\n');
        Array.Reverse(lines);

        var outcomes = await house.TakeAsync(lines);

        // What differs from the order of the file, by its line there.
        var differs = new Dictionary<int, string>
        {
            [1] = "repeat",
            [401] = "accepted",
            [4] = "rejected",
            [427] = "accepted",
            [2] = "match-to-confirm",
            [405] = "accepted",
            [409] = "attention",
            [429] = "attention",
            [430] = "attention",
        };
        var expected = Expected
            .Select(e =>
                e with
                {
                    Line = lines.Length + 1 - e.Line,
                    Result = differs.GetValueOrDefault(e.Line, e.Result),
                }
            )
            .OrderBy(e => e.Line)
            .ToList();
        Same(expected, outcomes);
        Assert.Equal(
            "Jaunuzvārdiņš",
            await house.ScalarAsync<string>(
                "SELECT c.surname FROM clients.client c JOIN clients.client_identifier i ON i.client_id = c.id WHERE i.value = '37119641341'"
            )
        );
        Assert.Equal(1L, await house.ScalarAsync<long>("SELECT count(*) FROM exchange.intake_message WHERE waiting"));
    }

    [Fact]
    public async Task AnyOrder_LeadsToTheSamePeopleSectionsAndDays()
    {
        await using var forward = await IntakeHouse.NewAsync();
        await using var backward = await IntakeHouse.NewAsync();
        // Without those of two that contradict each other or may be one person: there the first one wins.
        var lines = System
            .Text.Encoding.UTF8.GetString(Messages)
            .TrimEnd('\n')
            .Split('\n')
            .Where((_, i) => i + 1 is not (4 or 427 or 2 or 405))
            .ToArray();
        await forward.TakeAsync(lines);
        await backward.TakeAsync([.. lines.Reverse()]);

        Assert.Equal(await forward.StateAsync(), await backward.StateAsync());
    }

    [Fact]
    public async Task ByteOrderMarkCarriageReturnsAndNoLastLineEnd_AreNoError()
    {
        await using var house = await IntakeHouse.NewAsync();
        var text =
            "\uFEFF"
            + System
                .Text.Encoding.UTF8.GetString(Messages)
                .TrimEnd('\n')
                .Replace("\n", "\r\n", StringComparison.Ordinal);

        Same(Expected, await house.TakeAsync(System.Text.Encoding.UTF8.GetBytes(text)));
    }

    internal static string FindFolder()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Plus.slnx")))
        {
            at = at.Parent ?? throw new DirectoryNotFoundException("The repository is not above the tests.");
        }

        return Path.Combine(at.FullName, "tests", "data");
    }

    private static void Same(List<Outcome> expected, List<Outcome> actual)
    {
        static string Line(Outcome o) => $"{o.Line} {o.MessageId} {o.Result}";
        var wrong = expected
            .Zip(actual)
            .Where(p => Line(p.First) != Line(p.Second))
            .Select(p => $"expected {Line(p.First)}, was {Line(p.Second)} {p.Second.Why}");
        Assert.Empty(wrong);
        Assert.Equal(expected.Count, actual.Count);
    }

    private static Task<string> CountsAsync(IntakeHouse house) =>
        house.ScalarAsync<string>(
            """
            SELECT concat_ws(' ', (SELECT count(*) FROM exchange.intake_message), (SELECT count(*) FROM clients.client),
              (SELECT count(*) FROM cases.section), (SELECT count(*) FROM cases.basis), (SELECT count(*) FROM tasks.due_task),
              (SELECT count(*) FROM audit.process), (SELECT count(*) FROM clients.client_address),
              (SELECT count(*) FROM exchange.intake_message WHERE state = 'rejected'))
            """
        );
}
