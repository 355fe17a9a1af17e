namespace Plus.Shared.Tests.Takeover;

/// <summary>What was so but would not be allowed today is taken and marked.</summary>
public sealed class MarkTests : IAsyncLifetime
{
    private TakeoverHouse house = null!;

    public async ValueTask InitializeAsync() => house = await TakeoverHouse.NewAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Theory]
    [InlineData("clients", "k1", "personalCode", null, "noPersonalCode")]
    [InlineData("clients", "k1", "personalCode", "12345", "codeMalformed")]
    [InlineData("clients", "k1", "personalCode", "111112-11111", "check_digit_differs")]
    [InlineData("clients", "k1", "personalCode", "161375-19997", "impossible_date")]
    [InlineData("clients", "k1", "personalCode", "161175-19997", "birth_date_differs")]
    [InlineData("clients", "k1", "declaredTerritory", "9999999", "unknownTerritory")]
    [InlineData("contacts", "c1", "time", null, "noTime")]
    [InlineData("contacts", "c1", "staff", null, "noOfficer")]
    [InlineData("contacts", "c1", "staff", "vecais", "unknownOfficer")]
    [InlineData("contacts", "c1", "day", "2018-01-03", "outsideSection")]
    [InlineData("sections", "s2", "registeredOn", null, "noRegistration")]
    [InlineData("sections", "s1", "hours", "1000", "amountOutsideLimits")]
    [InlineData("bases", "b1", "inForceOn", "2019-01-15", "inForceBeforeIssued")]
    [InlineData("hours", "h3", "minutes", "600", "hours_over_daily_limit")]
    [InlineData("hours", "h3", "day", "2019-03-04", "hours_before_registration")]
    [InlineData("hours", "h3", "day", "2019-12-24", "hours_after_closing")]
    [InlineData("hours", "h3", "day", "2004-04-01", "hours_before_registration")]
    [InlineData("hours", "h3", "host", "40003521600", "noHost")]
    public async Task OddRow_IsTakenWithItsMark(string table, string id, string field, string? value, string mark)
    {
        using var folder = TakeoverSample.Small();
        folder.Row(table, id)[field] = value;

        var report = await house.TakeAsync(folder.Write());

        Assert.Empty(report["quarantine"]!.AsArray());
        Assert.Contains(mark, await house.MarksAsync(table, id));
        Assert.Contains(report["marks"]!.AsArray(), m => (string?)m!["mark"] == mark && (string?)m["table"] == table);
    }

    [Fact]
    public async Task WeekOfAChildAboveTheLimit_IsTakenAndMarked()
    {
        using var folder = TakeoverSample.Small();
        folder.Row("clients", "k1")["birthDate"] = "2004-05-01";
        folder.Row("sections", "s1")["workStatus"] = "basicEducation";

        await house.TakeAsync(folder.Write());

        // Five days of two hours fill the ten hours of the week that began on Monday, 1 April.
        Assert.DoesNotContain("hours_over_weekly_limit", await house.MarksAsync("hours", "h4"));
        Assert.Contains("hours_over_weekly_limit", await house.MarksAsync("hours", "h5"));
        Assert.Equal(
            1200L,
            await house.ScalarAsync<long>("SELECT sum(credited_minutes) FROM community_work.hours_entry WHERE minor")
        );
    }

    [Fact]
    public async Task BirthDateIsMissing_TheCodeSaysIt()
    {
        using var folder = TakeoverSample.Small();
        folder.Row("clients", "k1")["birthDate"] = null;
        folder.Row("clients", "k1")["personalCode"] = "161175-19997";

        await house.TakeAsync(folder.Write());

        Assert.Contains("birthDateFromCode", await house.MarksAsync("clients", "k1"));
        Assert.Equal(
            1L,
            await house.ScalarAsync<long>("SELECT count(*) FROM clients.client WHERE birth_date = '1975-11-16'")
        );
    }

    [Fact]
    public async Task SamePersonTwice_IsOneClientWithBothRows()
    {
        using var folder = TakeoverSample.Small();
        var (one, other) = (folder.Row("clients", "k1"), folder.Row("clients", "k2"));
        foreach (var field in new[] { "surname", "birthDate", "personalCode" })
        {
            other[field] = (string?)one[field];
        }

        var report = await house.TakeAsync(folder.Write());

        Assert.Equal("reconciled", (string?)report["verdict"]);
        Assert.Equal(2L, await house.ScalarAsync<long>("SELECT count(*) FROM clients.client"));
        Assert.Equal(1L, report["counts"]!.AsArray().Sum(c => (long)c!["joined"]!));
        Assert.Equal(
            1L,
            await house.ScalarAsync<long>("SELECT count(*) FROM audit.process WHERE type = 'takeover.clientJoined'")
        );
        Assert.Equal(
            2L,
            await house.ScalarAsync<long>(
                "SELECT count(*) FROM cases.section s JOIN clients.client_identifier i ON i.client_id = s.client_id WHERE i.value = '2019-0002'"
            )
        );
    }

    [Fact]
    public async Task DoubtWhoItIs_StandsApartForAHuman()
    {
        using var folder = TakeoverSample.Small();
        var (one, other) = (folder.Row("clients", "k1"), folder.Row("clients", "k2"));
        other["surname"] = (string?)one["surname"];
        other["birthDate"] = (string?)one["birthDate"];

        await house.TakeAsync(folder.Write());

        Assert.Contains("possibleDuplicate", await house.MarksAsync("clients", "k2"));
        Assert.Equal(3L, await house.ScalarAsync<long>("SELECT count(*) FROM clients.client"));
        Assert.Equal(1L, await house.ScalarAsync<long>("SELECT count(*) FROM clients.possible_duplicate"));
    }

    [Fact]
    public async Task TermFromBeforeTheParameters_IsTheOneOfTheFile()
    {
        using var folder = TakeoverSample.Small();
        folder.Row("bases", "b2")["issuedOn"] = "2004-01-10";
        folder.Row("bases", "b2")["inForceOn"] = "2004-01-20";

        await house.TakeAsync(folder.Write());

        Assert.Contains("termNotComputed", await house.MarksAsync("sections", "s2"));
        Assert.Equal(
            "2020-03-01",
            await house.ScalarAsync<string>(
                "SELECT term_ends_on::text FROM cases.section WHERE measure = 'suspendedSentence'"
            )
        );
    }
}
