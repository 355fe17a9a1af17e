using Plus.Testing.Intake;

namespace Plus.Shared.Tests.Exchange;

/// <summary>What goes into the database many at once must be what it would be one by one.</summary>
public sealed class BatchTests
{
    private static readonly string[] Lines =
    [
        .. Enumerable
            .Range(0, 1000)
            .Where(i => i < 16 || i is >= 27 and < 30 || i is >= 120 and < 200 && i % 10 == 0 || i is >= 500 and < 660)
            .Select(i => MessageFile.Line(1, i)),
    ];

    [Fact]
    public async Task ManyInOneFile_HaveTheEffectOfAFileEach()
    {
        await using var together = await IntakeHouse.NewAsync();
        await using var apart = await IntakeHouse.NewAsync();

        var outcomes = await together.TakeAsync(Lines);
        var single = new List<Outcome>();
        foreach (var line in Lines)
        {
            single.AddRange(await apart.TakeAsync(line));
        }

        Assert.Equal(single.Select(o => o.Result), outcomes.Select(o => o.Result));
        Assert.Equal(await apart.StateAsync(), await together.StateAsync());
        Assert.Equal(await AuditAsync(apart), await AuditAsync(together));
    }

    [Fact]
    public async Task AGeneratedFile_HoldsEveryKindOfOutcomeAndIsARepeatTheSecondTime()
    {
        await using var house = await IntakeHouse.NewAsync();

        var first = await house.TakeAsync([.. MessageFile.Lines(1000)]);
        var second = await house.TakeAsync([.. MessageFile.Lines(1000)]);

        Assert.Equal(
            new Dictionary<string, int>(StringComparer.Ordinal)
            {
                ["accepted"] = 937,
                ["attention"] = 23,
                ["match-to-confirm"] = 20,
                ["rejected"] = 18,
                ["repeat"] = 2,
            },
            first.CountBy(o => o.Result).OrderBy(c => c.Key).ToDictionary(c => c.Key, c => c.Value)
        );
        Assert.All(second, o => Assert.Contains(o.Result, (string[])["repeat", "rejected"]));
        Assert.Equal(first.Count(o => o.Result == "rejected"), second.Count(o => o.Result == "rejected"));
    }

    // Every act of the audit with what it changed, but for the ids and instants, which are new each time.
    private static Task<string> AuditAsync(IntakeHouse house) =>
        house.ScalarAsync<string>(
            """
            SELECT string_agg(x, E'\n' ORDER BY x) FROM (
              SELECT concat_ws('|', type, on_day, "values", regexp_replace(regexp_replace(changes::text,
                '[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}', '', 'g'),
                '"(Line|At|ReceivedAt|CreatedAt|Number)": \[[^]]*\]', '', 'g')) AS x
              FROM audit.process) AS rows
            """
        );
}
