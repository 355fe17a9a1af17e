using System.Globalization;
using System.Text;
using Npgsql;
using Plus.Bench.Twin;

namespace Plus.Bench.Operations;

/// <summary>
/// What a host employer's work costs: a sheet of thirty clients typed on one page, the host's own page on a phone, and a
/// month of sheets in one file. The twin enters the same rows for hosts of another office.
/// </summary>
internal static class HostOperations
{
    public const string Sheet = "sheetEntry";
    public const string Page = "hostPage";
    public const string Month = "sheetImport";

    private const string TokenField = "__RequestVerificationToken";

    public static async Task<IReadOnlyList<Operation>> AllAsync(
        NpgsqlDataSource owner,
        BenchPerson person,
        DateOnly today
    )
    {
        var ours = new HostPool(person.Office, today);
        var twin = new HostPool(person.OtherOffice, today);
        foreach (var pool in (HostPool[])[ours, twin])
        {
            await pool.ArrangeAsync(owner);
            // An earlier run in the same folder may have been stopped.
            await pool.ClearAsync(owner);
        }

        var hosts = Math.Min(ours.Hosts.Count, twin.Hosts.Count);
        return
        [
            Writing(
                new(
                    Sheet,
                    (n, side) => SheetForm(ours, n, side.Token),
                    (n, bytes) =>
                        PageOperations.Padded(
                            HttpMethod.Post,
                            $"/sheet/{twin.Sheet(n).Host.Id}/{twin.Sheet(n).Day:yyyy-MM-dd}/{person.Id}",
                            bytes
                        ),
                    2
                ),
                (ours, twin),
                hosts * HostPool.SheetDays
            ),
            new(
                Page,
                (_, _) => new HttpRequestMessage(HttpMethod.Get, "/host-work"),
                (_, bytes) => PageOperations.Padded(HttpMethod.Get, $"/host-work/{ours.Hosts[0].Id}", bytes),
                40
            )
            {
                Rows = AnswerRows.HiddenSections,
                EnterAsync = client => HostVisit.EnterAsync(client, owner, ours.Hosts[0].Id),
            },
            Writing(
                new(
                    Month,
                    (n, side) => FileForm(ours, n, side.Token),
                    (n, bytes) => FileOfTwin(twin, n, person.Id, bytes),
                    2
                ),
                (ours, twin),
                hosts * HostPool.FilePairs.Length
            ),
        ];
    }

    private static Operation Writing(Operation operation, (HostPool Ours, HostPool Twin) pools, int most) =>
        operation with
        {
            Writes = true,
            Most = () => most,
            Rows = AnswerRows.None,
            PrepareAsync = async owner =>
            {
                await pools.Ours.ClearAsync(owner);
                await pools.Twin.ClearAsync(owner);
            },
            FinishAsync = async owner =>
            {
                await pools.Twin.ClearAsync(owner);
                if (await pools.Ours.ClearAsync(owner) == 0)
                {
                    // What was refused throughout would be quick and worth nothing.
                    throw new BenchException($"{operation.Name}: no hours were entered.");
                }
            },
        };

    private static HttpRequestMessage SheetForm(HostPool pool, int n, string token)
    {
        var (host, day) = pool.Sheet(n);
        var iso = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var fields = host
            .Sections.Select(s => KeyValuePair.Create($"W-{s}-{iso}", "1"))
            .Append(KeyValuePair.Create(TokenField, token));
        return Redirected(
            new(HttpMethod.Post, $"/partners/{host.Id}/sheet?week={iso}")
            {
                Content = new FormUrlEncodedContent(fields),
            }
        );
    }

    private static HttpRequestMessage FileForm(HostPool pool, int n, string token)
    {
        var (host, file) = pool.Month(n);
        var content = new MultipartFormDataContent
        {
            { new StringContent(token), TokenField },
            { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "Upload", "menesis.csv" },
        };
        return Redirected(new(HttpMethod.Post, $"/partners/{host.Id}/sheet/import") { Content = content });
    }

    private static HttpRequestMessage FileOfTwin(HostPool pool, int n, Guid officer, int bytes)
    {
        var (host, file) = pool.Month(n);
        var request = PageOperations.Padded(HttpMethod.Post, $"/sheets/{host.Id}/{officer}", bytes);
        request.Content = new StringContent(file);
        return request;
    }

    private static HttpRequestMessage Redirected(HttpRequestMessage request)
    {
        request.Options.Set(Side.Redirects, true);
        return request;
    }
}
