using System.Net;
using Microsoft.AspNetCore.Identity;
using Npgsql;
using Plus.Bench.Data;

namespace Plus.Bench.Operations;

/// <summary>The officer who does everything the bench measures.</summary>
internal sealed record BenchPerson(Guid Id, Guid Office, Guid OtherOffice, string UserName, string Password)
{
    private const string TokenField = "__RequestVerificationToken";

    /// <summary>The first officer, who gets a password known to the bench alone; the database is the bench's own.</summary>
    public static async Task<BenchPerson> ChooseAsync(NpgsqlDataSource owner, BenchSize size)
    {
        var password = Guid.NewGuid().ToString("N");
        await using var command = owner.CreateCommand(
            """
            UPDATE access.staff s SET password_hash = $2, lockout_end = NULL WHERE id = $1
            RETURNING s.user_name,
                      (SELECT p.office_id FROM access.staff_post p WHERE p.staff_id = s.id),
                      (SELECT p.office_id FROM access.staff_post p WHERE p.staff_id = $3)
            """
        );
        var id = BenchId.Of(BenchTable.Staff, 0);
        command.Parameters.AddWithValue(id);
        command.Parameters.AddWithValue(new PasswordHasher<object>().HashPassword(new object(), password));
        command.Parameters.AddWithValue(BenchId.Of(BenchTable.Staff, Math.Min(1, size.Officers - 1)));
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync()
            ? new BenchPerson(id, reader.GetGuid(1), reader.GetGuid(2), reader.GetString(0), password)
            : throw new BenchException("The folder holds no officer of the bench. Name another one with --data.");
    }

    /// <summary>A client of the application, logged in, and the token of its forms.</summary>
    public async Task<(HttpClient Client, string FormToken)> LogInAsync(string address)
    {
        var handler = new SocketsHttpHandler
        {
            CookieContainer = new CookieContainer(),
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = 64,
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.None,
        };
        var client = new HttpClient(handler) { BaseAddress = new Uri(address) };
        var token = await TokenAsync(client, "/login");
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["UserName"] = UserName,
                ["Password"] = Password,
                [TokenField] = token,
            }
        );
        using var answer = await client.PostAsync(new Uri("/login", UriKind.Relative), form);
        return answer.StatusCode is HttpStatusCode.Found
            ? (client, await TokenAsync(client, "/"))
            : throw new BenchException($"The bench could not log in: {(int)answer.StatusCode}.");
    }

    private static async Task<string> TokenAsync(HttpClient client, string path)
    {
        var page = await client.GetStringAsync(new Uri(path, UriKind.Relative));
        const string Before = $"name=\"{TokenField}\" type=\"hidden\" value=\"";
        var at = page.IndexOf(Before, StringComparison.Ordinal);
        if (at < 0)
        {
            throw new BenchException($"{path} has no form.");
        }

        at += Before.Length;
        return page[at..page.IndexOf('"', at)];
    }
}
