using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Plus.Testing.Intake;

/// <summary>
/// Makes files of messages of any length, always the same ones for the same numbers: of a thousand 937 are accepted, 23
/// need attention, 20 wait for a match, 18 are broken and 2 are repeats; 8 are about an earlier message and some 45 about
/// somebody earlier in the file. Kinds of documents stand in the proportions of the delivered file of November 2026.
/// </summary>
public static class MessageFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly string[] Courts =
    [
        "Rīgas pilsētas tiesa",
        "Kurzemes rajona tiesa",
        "Zemgales rajona tiesa",
    ];

    private static readonly string[] Territories = ["0001000", "0002000", "0004000", "0005000", "0006000", "0007000"];

    private static readonly string[] Articles = ["175", "180", "262", "170", "185", "312", "231", "126"];

    /// <summary>Writes so many lines into a new file.</summary>
    public static void Write(string path, int count, int series = 1)
    {
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false));
        file.NewLine = "\n";
        foreach (var line in Lines(count, series))
        {
            file.WriteLine(line);
        }
    }

    /// <summary>The lines, made one by one.</summary>
    /// <param name="count">How many.</param>
    /// <param name="series">Files of two series have no message and no person in common.</param>
    public static IEnumerable<string> Lines(int count, int series = 1)
    {
        for (var i = 0; i < count; i++)
        {
            yield return Line(series, i);
        }
    }

    /// <summary>One line of a series.</summary>
    public static string Line(int series, int i)
    {
        var place = i % 1000;
        var block = i - place;
        return place switch
        {
            >= 600 when place % 50 == 7 => About(
                series,
                i,
                block + (place / 50 * 10),
                place % 100 == 7 ? "withdrawal" : "releaseNotice"
            ),
            >= 500 and < 502 => Line(series, i - 250),
            >= 500 when place % 28 == 3 => Broken(series, i, place),
            >= 500 when place % 25 == 11 => Json(Document(series, i, Person(series, block + place - 509, code: false))),
            >= 400 when place % 25 == 13 => Json(Document(series, i, Person(series, i, territory: false))),
            >= 500 when place % 10 == 9 => Json(Document(series, i, Person(series, i - 500))),
            _ => Json(Document(series, i, Person(series, i))),
        };
    }

    private static Dictionary<string, object?> Document(int series, int i, object person)
    {
        var random = new Random(unchecked((series * 7919) + i));
        var issued = new DateOnly(2026, 10, 1).AddDays(random.Next(28));
        var message = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["messageId"] = Id(series, i),
            ["kind"] = "courtRuling",
            ["sentAt"] = $"2026-11-{1 + (i % 20):00}T{8 + (i % 9):00}:{i % 60:00}:00Z",
            ["sender"] = Sender("court", Courts[random.Next(Courts.Length)]),
            ["number"] = $"K{series}-{i}-26",
            ["issuedOn"] = Day(issued),
            ["inForceOn"] = Day(issued.AddDays(10)),
            ["criminalProceedingNo"] = $"11{random.Next(100_000_000, 999_999_999)}",
            ["person"] = person,
            ["offences"] = Enumerable
                .Range(0, 1 + random.Next(2))
                .Select(_ => new
                {
                    article = Articles[random.Next(Articles.Length)],
                    sup = (int?)null,
                    part = 1 + random.Next(2),
                    point = (string?)null,
                    committedOn = Day(issued.AddDays(-60 - random.Next(400))),
                })
                .ToArray(),
            ["measures"] = Array.Empty<object>(),
            ["attachments"] = Array.Empty<object>(),
        };
        Impose(message, issued, random, parole: i % 1000 is >= 120 and < 200 && i % 20 == 10);
        return message;
    }

    // The kinds of documents and measures as often as in the delivered file.
    private static void Impose(Dictionary<string, object?> message, DateOnly issued, Random random, bool parole)
    {
        var chance = parole ? 700 : random.Next(1000);
        object? measure = null;
        if (chance < 535)
        {
            measure = new
            {
                kind = "communityWork",
                role = "main",
                hours = 60 + (20 * random.Next(10)),
            };
            if (chance < 270)
            {
                message["kind"] = "prosecutorPenalOrder";
                message["sender"] = Sender("prosecutor", "Rīgas tiesas apgabala prokuratūra");
            }
        }
        else if (chance < 650)
        {
            measure = new
            {
                kind = "suspendedSentence",
                imprisonmentMonths = 12,
                testPeriodMonths = 12 + random.Next(12),
            };
        }
        else if (chance < 730)
        {
            measure = new { kind = "parole", until = Day(issued.AddDays(400 + random.Next(300))) };
        }
        else if (chance < 810)
        {
            measure = new
            {
                kind = "probationSupervision",
                role = "main",
                months = 12 + random.Next(12),
            };
        }
        else if (chance < 880)
        {
            measure = new { kind = "conditionalDischarge", months = 6 + random.Next(6) };
            message["kind"] = "prosecutorDecision";
            message["sender"] = Sender("prosecutor", "Kurzemes tiesas apgabala prokuratūra");
        }
        else
        {
            message.Remove("inForceOn");
            Request(message, issued, report: chance < 960);
        }

        if (measure is not null)
        {
            message["measures"] = new[] { measure };
        }
    }

    private static void Request(Dictionary<string, object?> message, DateOnly issued, bool report)
    {
        message["kind"] = report ? "assessmentReportRequest" : "mediationRequest";
        message["sender"] = report ? Sender("prison", "Rīgas Centrālcietums") : Sender("police", "Valsts policija");
        if (report)
        {
            message["request"] = new { purpose = "parole", respondBy = Day(issued.AddDays(40)) };
        }
        else
        {
            message["victim"] = new
            {
                givenName = "Māra",
                surname = "Cietusī",
                birthDate = "1980-05-06",
            };
        }
    }

    private static object Person(int series, int who, bool code = true, bool territory = true)
    {
        var birth = new DateOnly(1955, 1, 1).AddDays((int)((((long)who * 7919) + (series * 104_729L)) % 18_000));
        return new
        {
            givenName = who % 5 == 0 ? "Inese" : "Jānis",
            surname = "Bērziņ" + Letters(series) + Letters(who),
            personalCode = code ? $"3{2 + (who % 8)}{(series * 10_000_000L) + who:000000000}" : null,
            birthDate = Day(birth),
            sex = who % 5 == 0 ? "F" : "M",
            citizenship = "LVA",
            declaredAddress = new
            {
                atvk = territory ? Territories[who % Territories.Length] : "9999999",
                text = $"Brīvības iela {1 + (who % 240)}-{1 + (who % 60)}",
            },
            phone = $"+371 2{who % 10_000_000:0000000}",
            email = (string?)null,
        };
    }

    private static string About(int series, int i, int earlier, string kind) =>
        Json(
            new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["messageId"] = Id(series, i),
                ["kind"] = kind,
                ["sentAt"] = "2026-11-21T10:00:00Z",
                ["sender"] = Sender(kind == "withdrawal" ? "court" : "prison", "Rīgas pilsētas tiesa"),
                [kind == "withdrawal" ? "replaces" : "about"] = Id(series, earlier),
                ["reason"] = kind == "withdrawal" ? "Nosūtīts kļūdaini" : null,
                ["releasedOn"] = kind == "withdrawal" ? null : "2026-11-16",
            }
        );

    private static string Broken(int series, int i, int place)
    {
        var message = Document(series, i, Person(series, i));
        switch (place % 3)
        {
            case 0:
                return Json(message)[..^9];
            case 1:
                message["issuedOn"] = "2026-02-30";
                break;
            default:
                message.Remove("person");
                break;
        }

        return Json(message);
    }

    private static object Sender(string kind, string name) => new { kind, name };

    private static string Id(int series, int i) => new Guid(i, (short)series, 0x4d7, 1, 2, 3, 4, 5, 6, 7, 8).ToString();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Json(object message) => JsonSerializer.Serialize(message, Options);

    private static string Letters(int number)
    {
        var text = "";
        for (var n = number; n > 0; n /= 20)
        {
            text += "abcdefghijklmnoprstu"[n % 20];
        }

        return text;
    }
}
