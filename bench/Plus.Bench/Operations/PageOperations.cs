using System.Globalization;
using System.Text;
using System.Text.Json;
using Npgsql;
using Plus.Bench.Twin;
using Plus.Functions.Supervision.Monitoring.Intake;
using Plus.Kernel.Time;
using Plus.Law.Calendar;

namespace Plus.Bench.Operations;

/// <summary>The everyday pages, each with the twin's request for the same rows.</summary>
internal static class PageOperations
{
    public static IReadOnlyList<Operation> All(Arranged on)
    {
        var me = on.Person.Id;
        var office = on.Person.Office;
        var year = DateTime.UtcNow.Year - 1;
        return
        [
            Page("home", _ => "/", _ => $"/home/{me}", 40),
            Page("clientPage", n => $"/clients/{Of(on.Clients, n)}", n => $"/client/{Of(on.Clients, n)}/{me}", 40) with
            {
                Rows = AnswerRows.Sections,
            },
            new(
                "search",
                (n, side) => Form("/search/suggest", ("q", Of(on.Fragments, n)), (TokenField, side.Token)),
                (n, bytes) => Padded(HttpMethod.Get, $"/search/{me}/{office}?q={Of(on.Fragments, n)}", bytes),
                40
            ),
            new(
                "contactEntry",
                (n, side) => Outcome(on.Recorded[n], NextTime(n), side.Token),
                (n, bytes) => Padded(HttpMethod.Post, $"/contact/{on.TwinRecorded[n].Id}/{me}", bytes),
                20
            )
            {
                Writes = true,
                Most = () => Math.Min(on.Recorded.Count, on.TwinRecorded.Count),
                PrepareAsync = async owner =>
                {
                    await on.Recorded.ResetAsync(owner);
                    await on.TwinRecorded.ResetAsync(owner);
                },
                FinishAsync = async owner =>
                {
                    await on.Recorded.ClearAsync(owner);
                    await on.TwinRecorded.ClearAsync(owner);
                },
                Rows = AnswerRows.None,
            },
            Page("list", _ => "/sections?state=open&manager=me", _ => $"/list/{me}/{office}", 40),
            Page("calendar", _ => "/calendar?view=week&of=own", _ => $"/week/{me}", 40),
            new(
                "alarmIntake",
                (_, _) => Alarm("/monitoring/events", signed: true, 0),
                (_, bytes) => Alarm("/events", signed: false, bytes),
                20
            )
            {
                Writes = true,
                FinishAsync = ForgetAlarmsAsync,
                Rows = AnswerRows.None,
            },
            Page("figures", _ => $"/figures/{year}", _ => $"/figures/{year}", 2) with
            {
                Rows = AnswerRows.None,
                Least = 120,
            },
        ];
    }

    /// <summary>The key that the bench and the server under measure share, in the vendor's place.</summary>
    public static readonly string VendorKey = Guid.NewGuid().ToString("N");

    private const string TokenField = "__RequestVerificationToken";

    /// <summary>A minute of its own for each next appointment: one officer cannot be in two places.</summary>
    private static (DateOnly Day, TimeOnly Time) NextTime(int n)
    {
        const int MinutesOfDay = 600;
        var day = new PlusClock(TimeProvider.System).Today.AddDays(13);
        for (var days = n / MinutesOfDay; days >= 0; days--)
        {
            day = WorkingCalendar.Standard.WorkingDayOnOrAfter(day.AddDays(1));
        }

        return (day, new TimeOnly(7, 0).AddMinutes(n % MinutesOfDay));
    }

    private static T Of<T>(IReadOnlyList<T> list, int n) => list[n % list.Count];

    private static Operation Page(string name, Func<int, string> ours, Func<int, string> twin, double rate) =>
        new(
            name,
            (n, _) => new HttpRequestMessage(HttpMethod.Get, ours(n)),
            (n, bytes) => Padded(HttpMethod.Get, twin(n), bytes),
            rate
        );

    internal static HttpRequestMessage Padded(HttpMethod method, string path, int bytes)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add(TwinServer.PadHeader, bytes.ToString(CultureInfo.InvariantCulture));
        return request;
    }

    // Every message is another event: one that came before would write nothing.
    private static HttpRequestMessage Alarm(string path, bool signed, int bytes)
    {
        var now = DateTimeOffset.UtcNow;
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new[] { new ReportedEvent($"bench-{Guid.NewGuid():N}", "B-1", "leftHome", now) },
            JsonSerializerOptions.Web
        );
        var request = Padded(HttpMethod.Post, path, bytes);
        request.Content = new ByteArrayContent(body);
        if (signed)
        {
            request.Headers.Add(
                VendorMessage.SignatureHeader,
                VendorMessage.Sign(Encoding.UTF8.GetBytes(VendorKey), body, now)
            );
        }

        return request;
    }

    private static async Task ForgetAlarmsAsync(NpgsqlDataSource owner)
    {
        await using var command = owner.CreateCommand(
            """
            DELETE FROM supervision.alarm WHERE event_id LIKE 'bench-%';
            DELETE FROM supervision.vendor_event WHERE id LIKE 'bench-%'
            """
        );
        await command.ExecuteNonQueryAsync();
    }

    private static HttpRequestMessage Form(string path, params (string Name, string Value)[] fields) =>
        new(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        };

    private static HttpRequestMessage Outcome(
        (Guid Id, string Version) contact,
        (DateOnly Day, TimeOnly Time) next,
        string token
    )
    {
        var request = Form(
            $"/contacts/{contact.Id}",
            (TokenField, token),
            ("Version", contact.Version),
            (
                "Input.OpenedAt",
                DateTimeOffset.UtcNow.AddSeconds(-30).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
            ),
            ("Input.Outcome", "complied"),
            ("Input.Note", ContactTwin.Note),
            ("Input.Day", next.Day.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture)),
            ("Input.Time", next.Time.ToString("HH:mm", CultureInfo.InvariantCulture))
        );
        request.Options.Set(Side.Redirects, true);
        return request;
    }
}
