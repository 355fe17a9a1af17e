using System.Text.Json;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using Plus.Shared.Exchange.Messages;

namespace Plus.Shared.Tests.Exchange;

public sealed class ContentHashTests
{
    private static readonly JsonSerializerOptions Spread = new() { WriteIndented = true };

    [Fact]
    public void Hash_AnyOrderOfMembersBlanksAndEscapes_IsTheSame() =>
        Prop.ForAll(
                Values().ToArbitrary(),
                value =>
                    Hash(value.ToJsonString()) == Hash(Reversed(value).ToJsonString(Spread))
                    && Hash(value.ToJsonString()) == Hash(Reversed(Reversed(value)).ToJsonString())
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Hash_AnyChangedLeaf_IsAnother() =>
        Prop.ForAll(
                Values().ToArbitrary(),
                value =>
                {
                    var changed = value.DeepClone();
                    var leaf = Leaf(changed);
                    leaf.Parent![leaf.Key] = "changed, and nothing else";
                    return Hash(value.ToJsonString()) != Hash(changed.ToJsonString());
                }
            )
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("1", "1.0")]
    [InlineData("100", "1e2")]
    [InlineData("0", "-0.00")]
    [InlineData("\"ā\"", "\"\\u0101\"")]
    public void Hash_OneValueWrittenTwoWays_IsTheSame(string one, string other) => Assert.Equal(Hash(one), Hash(other));

    [Theory]
    [InlineData("1", "\"1\"")]
    [InlineData("1", "1.0000000000000000000000000001")]
    [InlineData("0", "1e-400")]
    [InlineData("[1,2]", "[2,1]")]
    [InlineData("{\"a\":null}", "{}")]
    [InlineData("\"\\ud800\"", "\"raw:\\\"\"")]
    public void Hash_TwoValues_AreTwo(string one, string other) => Assert.NotEqual(Hash(one), Hash(other));

    private static string Hash(string json) => ContentHash.Of(JsonDocument.Parse(json).RootElement);

    private static (JsonObject? Parent, string Key) Leaf(JsonNode node)
    {
        var at = (JsonObject)node;
        while (at.First() is { Value: JsonObject { Count: > 0 } inner })
        {
            at = inner;
        }

        return (at, at.First().Key);
    }

    private static JsonNode Reversed(JsonNode node) =>
        node switch
        {
            JsonObject members => new JsonObject(
                members.Reverse().Select(m => KeyValuePair.Create(m.Key, m.Value is null ? null : Reversed(m.Value)))
            ),
            JsonArray items => new JsonArray([.. items.Select(i => i is null ? null : Reversed(i))]),
            _ => node.DeepClone(),
        };

    private static Gen<JsonNode> Values() => Gen.Sized(size => Objects(Math.Min(size, 3)));

    private static Gen<JsonNode> Objects(int depth)
    {
        var texts = Gen.Elements("a", "Ā", "ķikuts", "<b>", "\"", "\\", "x\ty", "42", "😀");
        var leaves = Gen.OneOf(
            texts.Select(t => (JsonNode?)JsonValue.Create(t)),
            Gen.Choose(-100_000, 100_000).Select(n => (JsonNode?)JsonValue.Create(n / 100m)),
            Gen.Constant<JsonNode?>(null),
            texts.ListOf().Select(l => (JsonNode?)new JsonArray([.. l.Select(t => (JsonNode?)t)]))
        );
        var values = depth <= 0 ? leaves : Gen.OneOf(leaves, Objects(depth - 1).Select(o => (JsonNode?)o));
        return texts
            .Zip(values)
            .NonEmptyListOf()
            .Select(members =>
                (JsonNode)
                    new JsonObject(
                        members
                            .GroupBy(m => m.Item1)
                            .Select(g => KeyValuePair.Create(g.Key, g.First().Item2?.DeepClone()))
                    )
            );
    }
}
