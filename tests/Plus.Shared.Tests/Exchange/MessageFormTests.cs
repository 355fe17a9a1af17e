using System.Text;
using System.Text.Json.Nodes;
using Plus.Shared.Exchange.Mending;
using Plus.Shared.Exchange.Messages;

namespace Plus.Shared.Tests.Exchange;

/// <summary>A message taken apart into fields and put together again.</summary>
public sealed class MessageFormTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(6)]
    public void WhatNobodyChanges_StaysTheSameMessage(int line)
    {
        var raw = File.ReadLines(Path.Combine(DeliveredFileTests.FindFolder(), "intake-2026-11.jsonl"))
            .ElementAt(line - 1);
        var form = MessageForm.Of(raw)!;

        foreach (var member in form.Members())
        {
            form.Write(member.Path, member.Value ?? "", Today);
        }

        Assert.Equal(Hash(raw), Hash(form.Text));
    }

    public static TheoryData<string> Wholes =>
        [
            .. MessageKinds.All.Select(k =>
                $$"""{"kind": "{{k}}", "corrects": "mediationRequest", "representatives": [{}]}"""
            ),
            .. MessageMembers
                .Find("measures[].kind")!
                .Choices.Select(m =>
                    $$"""{"kind": "courtRuling", "measures": [{"kind": "{{m}}"}], "offences": [{}]}"""
                ),
        ];

    [Theory]
    [MemberData(nameof(Wholes))]
    public void EveryMemberOfTheForm_IsOneThatTheContractReads(string raw)
    {
        var form = MessageForm.Of(raw)!;
        foreach (
            var member in form.Members()
                .Where(m =>
                    m.Value is null && (raw.Contains("measures", StringComparison.Ordinal) || m.Group != "measures[0]")
                )
        )
        {
            form.Write(member.Path, "1", Today);
        }

        var element = System.Text.Json.JsonDocument.Parse(form.Text).RootElement;
        var log = new ReadingLog();
        new MessageReading(new ObjectReader(element, "", log), log).Read();
        Assert.True(log.Opened.Count > 1);
        // These stand in the line for those kinds that have them.
        Assert.DoesNotContain(log.Opened.SelectMany(o => o.Unknown()), u => u is not ("corrects" or "representatives"));
    }

    [Fact]
    public void DaysAndNumbers_AreReadAsPeopleTypeThem()
    {
        var form = MessageForm.Of(Sample.With(m => m["measures"]![0]!["hours"] = "simts"))!;

        form.Write("issuedOn", "19.10.26", Today);
        form.Write("inForceOn", "vakar", Today);
        form.Write("measures[0].hours", " 100 ", Today);
        form.Write("person.phone", "", Today);

        var message = JsonNode.Parse(form.Text)!;
        Assert.Equal("2026-10-19", (string?)message["issuedOn"]);
        Assert.Equal("2026-11-21", (string?)message["inForceOn"]);
        Assert.Equal(100, (int?)message["measures"]![0]!["hours"]);
        Assert.Null(message["person"]!["phone"]);
        Assert.NotNull(MessageReader.Read(Encoding.UTF8.GetBytes(form.Text)).Content);
    }

    [Fact]
    public void WhatIsNoDayOrNumber_StaysAsTyped()
    {
        var form = MessageForm.Of(Sample.With(_ => { }))!;

        form.Write("issuedOn", "31.02.2026", Today);
        form.Write("measures[0].hours", "simts", Today);

        Assert.Equal("31.02.2026", form.Members().Single(m => m.Path == "issuedOn").Value);
        Assert.Equal("simts", form.Members().Single(m => m.Path == "measures[0].hours").Value);
    }

    [Fact]
    public void AMissingPersonAndAMissingMeasure_CanBeFilledIn()
    {
        var form = MessageForm.Of(
            Sample.With(m =>
            {
                m.Remove("person");
                m["measures"] = new JsonArray();
            })
        )!;
        Assert.Contains(form.Members(), m => m.Path == "person.surname");

        form.Write("person.givenName", "Jānis", Today);
        form.Write("person.surname", "Bērziņš", Today);
        form.Write("person.birthDate", "01.02.1990", Today);
        form.Write("measures[0].kind", "conditionalDischarge", Today);
        form.Write("measures[0].months", "6", Today);

        Assert.NotNull(MessageReader.Read(Encoding.UTF8.GetBytes(form.Text)).Content);
    }

    [Theory]
    [InlineData("attachments[0].name")]
    [InlineData("constructor")]
    [InlineData("measures[0]")]
    [InlineData("measures[7].hours")]
    [InlineData("measures[999999].hours")]
    [InlineData("measures[].hours")]
    [InlineData("person")]
    public void APathThatIsNoneOfTheForm_ChangesNothing(string path)
    {
        var raw = Sample.With(_ => { });
        var form = MessageForm.Of(raw)!;

        form.Write(path, "x", Today);

        Assert.Equal(Hash(raw), Hash(form.Text));
    }

    [Theory]
    [InlineData("nav JSON")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("{\"a\": 1, \"a\": 2}")]
    [InlineData("{\"a\": \"\\ud800\"}")]
    public void ALineThatIsNoMessage_HasNoForm(string raw) => Assert.Null(MessageForm.Of(raw));

    private static string Hash(string json) => MessageReader.Read(Encoding.UTF8.GetBytes(json)).ContentHash;
}
