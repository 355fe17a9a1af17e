using System.Text.Json.Nodes;

namespace Plus.Shared.Tests.Exchange;

/// <summary>What messages about an earlier message do to its section.</summary>
public sealed class EffectTests
{
    private const string Section =
        "SELECT concat_ws('|', function, measure, state, term_starts_on, term_ends_on) FROM cases.section";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ReleaseNotice_GivesTheDeadlineItsStart_AlsoWhenItCameFirst(bool first)
    {
        await using var house = await IntakeHouse.NewAsync();
        var ruling = Parole("""{"kind":"parole","until":"2029-03-28"}""");
        var notice = Sample.About(1, "releaseNotice", "about", 2);
        notice["releasedOn"] = "2026-11-20";

        if (!first)
        {
            await house.TakeAsync(ruling);
            Assert.Equal("supervision|parole|received", await house.ScalarAsync<string>(Section));
            Assert.True(
                await house.ScalarAsync<bool>(
                    "SELECT due_on IS NULL FROM tasks.due_task WHERE kind = 'register_client'"
                )
            );
        }

        var outcome = await house.TakeAsync(Sample.Line(notice));
        Assert.Equal(first ? "attention" : "accepted", outcome[0].Result);
        if (first)
        {
            Assert.Equal("accepted", (await house.TakeAsync(ruling))[0].Result);
        }

        Assert.Equal("supervision|parole|received|2026-11-20|2029-03-28", await house.ScalarAsync<string>(Section));
        // Friday, then three working days.
        Assert.Equal(
            new DateOnly(2026, 11, 25),
            await house.ScalarAsync<DateOnly>("SELECT due_on FROM tasks.due_task WHERE kind = 'register_client'")
        );
        Assert.Equal(
            "accepted",
            await house.ScalarAsync<string>("SELECT state FROM exchange.intake_message WHERE kind = 'releaseNotice'")
        );
        Assert.NotEqual(
            0L,
            await house.ScalarAsync<long>(
                "SELECT count(*) FROM audit.process WHERE type = "
                    + (first ? "'exchange.waits'" : "'exchange.released'")
            )
        );
    }

    [Fact]
    public async Task ReleaseNotice_AfterTheEndOfParole_ChangesNothingAndIsShown()
    {
        await using var house = await IntakeHouse.NewAsync();
        await house.TakeAsync(Parole("""{"kind":"parole","until":"2026-11-10"}"""));
        var notice = Sample.About(1, "releaseNotice", "about", 2);
        notice["releasedOn"] = "2026-11-20";

        var outcome = await house.TakeAsync(Sample.Line(notice));

        Assert.Equal("attention", outcome[0].Result);
        Assert.Contains("releasedAfterParoleEnd", outcome[0].Why, StringComparison.Ordinal);
        Assert.Equal("supervision|parole|received", await house.ScalarAsync<string>(Section));
        Assert.NotEqual(
            0L,
            await house.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'exchange.notApplied'")
        );
    }

    [Fact]
    public async Task Withdrawal_AnnulsTheSectionEndsItsTasksAndKeepsHistory()
    {
        await using var house = await IntakeHouse.NewAsync();
        await house.TakeAsync(Sample.Line(Sample.Ruling()));

        await house.TakeAsync(Sample.Line(Sample.About(1, "withdrawal", "replaces", 2)));

        Assert.Equal("community_work|communityWork|annulled", await house.ScalarAsync<string>(Section));
        Assert.Equal(0L, await house.ScalarAsync<long>("SELECT count(*) FROM tasks.due_task"));
        Assert.True(
            await house.ScalarAsync<bool>(
                "SELECT changes::text LIKE '%Annulled%' AND client_id IS NOT NULL FROM audit.process WHERE type = 'exchange.withdrawn'"
            )
        );
        // A second withdrawal finds nothing left to withdraw.
        var again = await house.TakeAsync(Sample.Line(Sample.About(1, "withdrawal", "replaces", 3)));
        Assert.Contains("originalNotAffected", again[0].Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task CorrectionOfTheKindOfMeasure_IsOneSectionInAnotherFunction(bool first)
    {
        await using var house = await IntakeHouse.NewAsync();
        var original = Sample.Line(Sample.Ruling());
        var correction = Correction("""{"kind":"suspendedSentence","imprisonmentMonths":12,"testPeriodMonths":24}""");

        await house.TakeAsync(first ? [correction, original] : [original, correction]);

        Assert.Equal(1L, await house.ScalarAsync<long>("SELECT count(*) FROM cases.section"));
        Assert.Equal(
            "supervision|suspendedSentence|received|2026-10-29|2028-10-29",
            await house.ScalarAsync<string>(Section)
        );
        Assert.Equal(0L, await house.ScalarAsync<long>("SELECT count(*) FROM community_work.sentence"));
        Assert.Equal(24, await house.ScalarAsync<int>("SELECT test_months FROM supervision.sentence"));
        Assert.Equal(
            1L,
            await house.ScalarAsync<long>("SELECT count(*) FROM cases.basis WHERE replaced_by IS NOT NULL")
        );
        Assert.Equal(1L, await house.ScalarAsync<long>("SELECT count(*) FROM clients.client"));
        Assert.Equal(
            1L,
            await house.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'exchange.corrected'")
        );
    }

    [Fact]
    public async Task CorrectionForAnotherPerson_WaitsForAHuman()
    {
        await using var house = await IntakeHouse.NewAsync();
        await house.TakeAsync(Sample.Line(Sample.Ruling()));
        var other = JsonNode.Parse(Correction("""{"kind":"communityWork","role":"main","hours":60}"""))!;
        other["person"] = Sample.Person(77);

        var outcome = await house.TakeAsync(Sample.Line(other));

        Assert.Equal("match-to-confirm", outcome[0].Result);
        Assert.Equal(6000, await house.ScalarAsync<int>("SELECT imposed_minutes FROM community_work.sentence"));
        Assert.Equal(1L, await house.ScalarAsync<long>("SELECT count(*) FROM clients.client"));
        Assert.NotEqual(
            0L,
            await house.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'exchange.matchAsked'")
        );
    }

    [Fact]
    public async Task ImprisonmentAlone_OpensNothingAndIsShown()
    {
        await using var house = await IntakeHouse.NewAsync();

        var outcome = await house.TakeAsync(
            Sample.With(m => m["measures"] = JsonNode.Parse("""[{"kind":"imprisonment","months":12}]"""))
        );

        Assert.Contains("nothingToCarryOut", outcome[0].Why, StringComparison.Ordinal);
        Assert.Equal(0L, await house.ScalarAsync<long>("SELECT count(*) FROM cases.section"));
    }

    private static string Parole(string measure) =>
        Sample.With(m => m["measures"] = new JsonArray(JsonNode.Parse(measure)));

    private static string Correction(string measure) =>
        Sample.With(m =>
        {
            m["kind"] = "correction";
            m["corrects"] = "courtRuling";
            m["replaces"] = (string?)Sample.Ruling()["messageId"];
            m["messageId"] = new Guid(50, 9, 9, 1, 2, 3, 4, 5, 6, 7, 8).ToString();
            m["measures"] = new JsonArray(JsonNode.Parse(measure));
        });
}
