using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plus.Shared.Tests.Exchange;

/// <summary>A message that is right in everything, to be changed where a test wants it.</summary>
internal static class Sample
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>A ruling about a person whose code, name and birth date follow from the number.</summary>
    public static JsonObject Ruling(int number = 1) =>
        new()
        {
            ["messageId"] = new Guid(number, 7, 7, 1, 2, 3, 4, 5, 6, 7, 8).ToString(),
            ["kind"] = "courtRuling",
            ["sentAt"] = "2026-10-29T14:51:00Z",
            ["sender"] = new JsonObject { ["kind"] = "court", ["name"] = "Rīgas pilsētas tiesa" },
            ["number"] = $"K-{number}-26",
            ["issuedOn"] = "2026-10-19",
            ["inForceOn"] = "2026-10-29",
            ["criminalProceedingNo"] = "11568956231",
            ["person"] = Person(number),
            ["offences"] = new JsonArray(
                new JsonObject
                {
                    ["article"] = "180",
                    ["part"] = 1,
                    ["committedOn"] = "2025-08-15",
                }
            ),
            ["measures"] = new JsonArray(
                new JsonObject
                {
                    ["kind"] = "communityWork",
                    ["role"] = "main",
                    ["hours"] = 100,
                }
            ),
            ["attachments"] = new JsonArray(),
        };

    public static JsonObject Person(int number) =>
        new()
        {
            ["givenName"] = "Jānis",
            ["surname"] = "Bērziņš" + Letters(number),
            ["personalCode"] = $"32{number:000000000}",
            ["birthDate"] = new DateOnly(1960, 1, 1).AddDays(number % 12000).ToString("yyyy-MM-dd"),
            ["sex"] = "M",
            ["citizenship"] = "LVA",
            ["declaredAddress"] = new JsonObject { ["atvk"] = "0004000", ["text"] = "Brīvības iela 1" },
            ["phone"] = $"+371 2{number:0000000}",
            ["email"] = null,
        };

    public static string Line(JsonNode message) => message.ToJsonString(Options);

    /// <summary>The ruling with one change.</summary>
    public static string With(Action<JsonObject> change, int number = 1)
    {
        var ruling = Ruling(number);
        change(ruling);
        return Line(ruling);
    }

    public static JsonObject About(int about, string kind, string member, int number) =>
        new()
        {
            ["messageId"] = new Guid(number, 9, 9, 1, 2, 3, 4, 5, 6, 7, 8).ToString(),
            ["kind"] = kind,
            ["sentAt"] = "2026-11-01T10:00:00Z",
            ["sender"] = new JsonObject { ["kind"] = "prison", ["name"] = "Rīgas Centrālcietums" },
            [member] = (string?)Ruling(about)["messageId"],
        };

    private static string Letters(int number)
    {
        var text = "";
        for (var n = number; n > 0; n /= 26)
        {
            text += (char)('a' + n % 26);
        }

        return text;
    }
}
