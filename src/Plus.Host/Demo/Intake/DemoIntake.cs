using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Plus.Kernel;
using Plus.Kernel.Access;
using Plus.Shared.Exchange.Running;

namespace Plus.Host.Demo.Intake;

/// <summary>
/// Takes a few messages in as any are taken in, so that the intake clerk finds something to do: some accepted, some that
/// need attention, some that wait for a match, some in quarantine. All are about people of the demo or about nobody, and
/// all are of these days: the figures of the published year stay what they are.
/// </summary>
internal static partial class DemoIntake
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task TakeAsync(string ownerConnectionString, DateOnly today, CancellationToken ct)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new DemoMorning(today))
            .AddKernel(Doors.All, ownerConnectionString)
            .BuildServiceProvider();
        var people = await PeopleAsync(services.GetRequiredService<NpgsqlDataSource>(), ct);
        var file = Path.Combine(Path.GetTempPath(), $"plus-demo-{Guid.NewGuid():N}.jsonl");
        try
        {
            await File.WriteAllLinesAsync(file, Lines(people, today), ct);
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<StaffAccessor>().Source = "demo";
            var run = await scope.ServiceProvider.GetRequiredService<IntakeRuns>().BeginAsync("upload", file, ct);
            await services.GetRequiredService<IntakeRunner>().RunAsync(run.Id, null, ct);
        }
        finally
        {
            File.Delete(file);
        }
    }

    // Who has a case for longest: the same people each time the demo is built.
    private static async Task<List<JsonObject>> PeopleAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            """
            SELECT c.given_name, c.surname, c.birth_date, c.sex, i.value, c.citizenship, a.territory_code, a.text
            FROM clients.client c
            JOIN cases.client_case f ON f.client_id = c.id
            JOIN clients.client_identifier i ON i.client_id = c.id AND i.kind = 'personalCode' AND i.valid_to IS NULL
            JOIN clients.client_address a ON a.client_id = c.id AND a.kind = 'declared' AND a.valid_to IS NULL
            WHERE c.merged_into IS NULL AND c.birth_date < DATE '1995-01-01' AND a.territory_code IS NOT NULL
            ORDER BY f.number
            LIMIT 6
            """
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        var people = new List<JsonObject>();
        while (await reader.ReadAsync(ct))
        {
            people.Add(
                new JsonObject
                {
                    ["givenName"] = reader.GetString(0),
                    ["surname"] = reader.GetString(1),
                    ["birthDate"] = Day(reader.GetFieldValue<DateOnly>(2)),
                    ["sex"] = reader.IsDBNull(3) ? null : reader.GetString(3),
                    ["personalCode"] = reader.GetString(4),
                    ["citizenship"] = reader.IsDBNull(5) ? null : reader.GetString(5),
                    ["declaredAddress"] = new JsonObject
                    {
                        ["atvk"] = reader.GetString(6),
                        ["text"] = reader.GetString(7),
                    },
                }
            );
        }

        return people;
    }

    private static IEnumerable<string> Lines(List<JsonObject> people, DateOnly today)
    {
        using var stream = typeof(DemoIntake).Assembly.GetManifestResourceStream("Plus.Host/Demo/Words/messages.json")!;
        foreach (var template in JsonNode.Parse(stream)!.AsArray())
        {
            if (template is JsonValue text)
            {
                yield return text.GetValue<string>();
                continue;
            }

            var message = template!.AsObject();
            if (message["person"] is JsonValue number)
            {
                var at = number.GetValue<int>();
                if (Math.Abs(at) > people.Count)
                {
                    continue; // A demo in miniature may not have so many.
                }

                message["person"] = people[Math.Abs(at) - 1].DeepClone();
                if (at < 0)
                {
                    message["person"]!["personalCode"] = null;
                }
            }

            yield return Today()
                .Replace(
                    message.ToJsonString(Plain),
                    m => Day(today.AddDays(int.Parse(m.Groups["days"].ValueSpan, CultureInfo.InvariantCulture)))
                );
        }
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"today(?<days>-[0-9]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Today();
}
