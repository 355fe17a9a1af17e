using System.Text;
using System.Text.Json.Nodes;
using Plus.Shared.Exchange.Lines;
using Plus.Shared.Exchange.Messages;

namespace Plus.Shared.Tests.Exchange;

/// <summary>Lines nobody should send. None may stop a run or get lost.</summary>
public sealed class HostileLineTests
{
    public static TheoryData<string, string> Rejected() =>
        new()
        {
            { "{", IntakeReasons.NotJson },
            { "null", IntakeReasons.NotAnObject },
            { "[1,2]", IntakeReasons.NotAnObject },
            { "{\"a\":" + new string('[', 5000) + new string(']', 5000) + "}", IntakeReasons.TooDeep },
            { new string('[', 900_000), IntakeReasons.TooDeep },
            { "{}", IntakeReasons.NoMessageId },
            { "{\"messageId\":\"1\",\"kind\":\"courtRuling\"}", IntakeReasons.NotAnId },
            { Sample.With(m => m["kind"] = "poem"), IntakeReasons.UnknownKind },
            { Sample.With(m => m["kind"] = 7), IntakeReasons.WrongType },
            { Sample.With(m => m.Remove("sender")), IntakeReasons.Missing },
            { Sample.With(m => m["sentAt"] = "yesterday"), IntakeReasons.NotAnInstant },
            { Sample.With(m => m["issuedOn"] = "2026-02-30"), IntakeReasons.NoSuchDay },
            { Sample.With(m => m["issuedOn"] = "1066-10-14"), IntakeReasons.DayOutOfRange },
            { Sample.With(m => m["inForceOn"] = "2026-10-18"), IntakeReasons.InForceBeforeIssued },
            { Sample.With(m => m["person"] = null), IntakeReasons.NoPerson },
            { Sample.With(m => m["person"]!["birthDate"] = "2027-01-01"), IntakeReasons.BornAfterDocument },
            { Sample.With(m => m["person"]!["surname"] = "   "), IntakeReasons.Missing },
            { Sample.With(m => m["person"]!["sex"] = "X"), IntakeReasons.UnknownValue },
            { Sample.With(m => m["person"]!["phone"] = new string('2', 61)), IntakeReasons.TextTooLong },
            { Sample.With(m => m["measures"] = new JsonArray()), IntakeReasons.NoMeasure },
            { Sample.With(m => m["measures"] = "none"), IntakeReasons.WrongType },
            { Hours("-40"), IntakeReasons.NegativeHours },
            { Hours("0"), IntakeReasons.NegativeHours },
            { Hours("1.5"), IntakeReasons.NotWhole },
            { Hours("\"simts\""), IntakeReasons.NotANumber },
            { Hours("1e400"), IntakeReasons.NumberTooLarge },
            { Hours("-1e400"), IntakeReasons.NegativeHours },
            { Hours("999999999999999999999999999999999999999999"), IntakeReasons.NumberTooLarge },
            { Hours("{\"a\":1}"), IntakeReasons.NotANumber },
            { Sample.Line(Sample.Ruling()).Replace("Jānis", "J\\u0000nis"), IntakeReasons.UnreadableText },
            { Sample.Line(Sample.Ruling()).Replace("Jānis", "J\\ud800nis"), IntakeReasons.UnreadableText },
            { Sample.Line(Sample.Ruling()).Insert(1, "\"\\ud800\":1,"), IntakeReasons.UnreadableText },
            { Sample.Line(Sample.Ruling()).Insert(1, "\"number\":\"1\","), IntakeReasons.DuplicateMember },
            {
                Sample.With(m =>
                    m["measures"] = JsonNode.Parse(
                        """[{"kind":"parole","until":"2026-11-01","releasedOn":"2026-11-09"}]"""
                    )
                ),
                IntakeReasons.UntilBeforeRelease
            },
            {
                Sample.With(m => m["measures"] = JsonNode.Parse("""[{"kind":"flogging","hours":140}]""")),
                IntakeReasons.UnknownMeasure
            },
        };

    [Theory]
    [MemberData(nameof(Rejected))]
    public void BrokenLine_IsRejectedWithItsReason(string line, string reason)
    {
        var read = MessageReader.Read(Encoding.UTF8.GetBytes(line));

        Assert.Null(read.Content);
        Assert.Contains(reason, read.Reasons.Select(r => r.Code));
        foreach (
            var language in (Plus.Web.Language.PageLanguage[])
                [Plus.Web.Language.PageLanguage.Latvian, Plus.Web.Language.PageLanguage.English]
        )
        {
            var texts = IntakeHouse.Catalog.In(language);
            Assert.All(read.Reasons, r => Assert.DoesNotContain("{", ReasonText.Of(r, texts)[..4]));
        }
    }

    [Fact]
    public async Task EveryBrokenLine_InOneFile_IsKeptWholeAndStopsNothing()
    {
        await using var house = await IntakeHouse.NewAsync();
        var lines = Rejected().Select(d => d.Data.Item1).ToList();
        var bytes = lines
            .ConvertAll(l => Encoding.UTF8.GetBytes(l))
            .Append([0x7B, 0x22, 0xFF, 0xFE, 0x00, 0x41])
            .Append(Encoding.UTF8.GetBytes("{\"a\":\"" + new string('ā', LineSource.LongestLine)))
            .Append(Encoding.UTF8.GetBytes(Sample.Line(Sample.Ruling())))
            .SelectMany(b => b.Append((byte)'\n'))
            .ToArray();

        var outcomes = await house.TakeAsync(bytes);

        Assert.Equal("accepted", outcomes[^1].Result);
        Assert.All(outcomes.SkipLast(1), o => Assert.Equal("rejected", o.Result));
        Assert.Equal(
            outcomes.Count - 1L,
            await house.ScalarAsync<long>("SELECT count(*) FROM exchange.intake_message WHERE state = 'rejected'")
        );
        Assert.True(
            await house.ScalarAsync<bool>(
                "SELECT raw_bytes = '\\x7b22fffe0041'::bytea FROM exchange.intake_message WHERE raw_bytes IS NOT NULL"
            )
        );
        Assert.InRange(
            await house.ScalarAsync<int>(
                "SELECT octet_length(raw) FROM exchange.intake_message WHERE reasons = '{tooLong}'"
            ),
            4093,
            4096
        );

        var again = await house.TakeAsync(bytes);
        Assert.All(again.SkipLast(1), o => Assert.Equal("rejected", o.Result));
        Assert.Equal("repeat", again[^1].Result);
        Assert.Equal(outcomes.Count, await house.ScalarAsync<long>("SELECT count(*) FROM exchange.intake_message"));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(2000)]
    public async Task LongName_TakesEffectAndNeedsAttention(int length)
    {
        await using var house = await IntakeHouse.NewAsync();

        // Folding doubles this letter.
        var outcome = Assert.Single(
            await house.TakeAsync(Sample.With(m => m["person"]!["surname"] = new string('ß', length)))
        );

        Assert.Equal("attention", outcome.Result);
        Assert.Contains(IntakeReasons.NameTooLong, outcome.Why);
        Assert.Equal(1L, await house.ScalarAsync<long>("SELECT count(*) FROM cases.section"));
        Assert.Equal(
            (long)length,
            await house.ScalarAsync<long>(
                "SELECT length(raw::json -> 'person' ->> 'surname')::bigint FROM exchange.intake_message"
            )
        );
    }

    [Fact]
    public async Task MarkupDecomposedLettersAndBlanks_AreStoredAsPlainComposedText()
    {
        await using var house = await IntakeHouse.NewAsync();

        await house.TakeAsync(
            Sample.With(m =>
            {
                m["person"]!["givenName"] = "  <script>alert(1)</script> ";
                m["person"]!["surname"] = "K\u0327ikuts".Normalize(NormalizationForm.FormD);
            })
        );

        Assert.Equal(
            "<script>alert(1)</script>|Ķikuts",
            await house.ScalarAsync<string>("SELECT given_name || '|' || surname FROM clients.client")
        );
    }

    [Fact]
    public void UnknownMembers_AreNoErrorAndAreNamed()
    {
        var line = Sample.With(m =>
        {
            m["mood"] = "good";
            m["person"]!["shoeSize"] = 43;
            m["measures"]![0]!["colour"] = null;
        });

        var read = MessageReader.Read(Encoding.UTF8.GetBytes(line));

        Assert.Equal(["mood", "person.shoeSize", "measures[0].colour"], read.Content!.UnknownMembers);
    }

    [Fact]
    public async Task LinesOfAFile_AreReadWithConstantMemoryAtAnyBufferBorder()
    {
        var text = string.Concat(
            Enumerable.Range(1, 400).Select(i => new string('x', i * 7 % 700) + (i % 3 == 0 ? "\r\n" : "\n"))
        );
        var source = new LineSource(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        var all = new List<SourceLine>();
        while (await source.NextAsync(13, default) is { Count: > 0 } some)
        {
            all.AddRange(some);
        }

        Assert.Equal(Enumerable.Range(1, 400).Select(i => i * 7 % 700), all.Select(l => l.Bytes.Length));
        Assert.Equal(text.Length, all[^1].End);
        // Going on from any line gives the rest.
        var rest = new LineSource(new MemoryStream(Encoding.UTF8.GetBytes(text[(int)all[99].End..])), all[99].End, 100);
        var next = (await rest.NextAsync(1, default))[0];
        Assert.Equal((101, all[100].End), (next.Number, next.End));
    }

    private static string Hours(string written) =>
        Sample.Line(Sample.Ruling()).Replace("\"hours\":100", "\"hours\":" + written);
}
