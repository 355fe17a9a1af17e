using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace Plus.Bench.Operations;

/// <summary>Opens a host's own page as its contact person does: a link that opens once, with its code.</summary>
internal static partial class HostVisit
{
    private const string Code = "123456";

    /// <summary>Gives the contact of a host an access and opens it in the client, whose cookies keep it.</summary>
    public static async Task EnterAsync(HttpClient client, NpgsqlDataSource owner, Guid host)
    {
        var (id, token) = (Guid.CreateVersion7(), Guid.NewGuid().ToString("N"));
        await using var give = owner.CreateCommand(
            """
            INSERT INTO host_pages.access
                (id, host_employer_id, contact_id, token_hash, code_hash, origin, created_at, expires_at, wrong_codes)
            SELECT $1, $2, c.id, $3, $4, '', now(), now() + interval '30 days', 0
            FROM partners.host_contact c WHERE c.host_employer_id = $2
            """
        );
        give.Parameters.AddWithValue(id);
        give.Parameters.AddWithValue(host);
        give.Parameters.AddWithValue(Hash(token));
        give.Parameters.AddWithValue(Hash($"{id:D}:{Code}"));
        await give.ExecuteNonQueryAsync();
        var path = new Uri("/host-work/enter/" + token, UriKind.Relative);
        var page = await client.GetStringAsync(path);
        var fields = Hidden()
            .Matches(page)
            .Select(m => KeyValuePair.Create(m.Groups["name"].Value, m.Groups["value"].Value))
            .Append(KeyValuePair.Create("Input.Code", Code));
        using var form = new FormUrlEncodedContent(fields);
        using var answer = await client.PostAsync(path, form);
        if (answer.StatusCode is not System.Net.HttpStatusCode.Found)
        {
            throw new BenchException($"The host's page did not open: {(int)answer.StatusCode}.");
        }
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    [GeneratedRegex(
        "<input name=\"(?<name>[^\"]+)\" type=\"hidden\" value=\"(?<value>[^\"]*)\"",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Hidden();
}
