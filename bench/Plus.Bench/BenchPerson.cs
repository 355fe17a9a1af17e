using System.Net;
using Microsoft.AspNetCore.Identity;
using Npgsql;

namespace Plus.Bench;

/// <summary>The officer who does everything the bench measures: the one with the most open sections.</summary>
internal sealed record BenchPerson(Guid Id, string UserName, string Password)
{
    /// <summary>Chooses the officer and gives a password known to the bench alone; the folder is the bench's own.</summary>
    public static async Task<BenchPerson> ChooseAsync(NpgsqlDataSource owner)
    {
        var password = Guid.NewGuid().ToString("N");
        await using var command = owner.CreateCommand(
            """
            UPDATE access.staff SET password_hash = $1, lockout_end = NULL
            WHERE id = (
                SELECT s.manager_id FROM cases.section s
                JOIN access.staff p ON p.id = s.manager_id
                JOIN access.staff_post r ON r.staff_id = p.id AND r.role_code = 'caseManager' AND r.valid_to IS NULL
                WHERE s.state NOT IN ('closed', 'annulled') AND p.active_to IS NULL
                GROUP BY s.manager_id ORDER BY count(*) DESC LIMIT 1)
            RETURNING id, user_name
            """
        );
        command.Parameters.AddWithValue(new PasswordHasher<object>().HashPassword(new object(), password));
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync()
            ? new BenchPerson(reader.GetGuid(0), reader.GetString(1), password)
            : throw new InvalidOperationException("The bench's data hold no case manager with open sections; build the demo there first.");
    }

    /// <summary>A client of the application, logged in.</summary>
    public async Task<(HttpClient Client, string FormToken)> LogInAsync(string address)
    {
        var handler = new SocketsHttpHandler
        {
            CookieContainer = new CookieContainer(),
            AllowAutoRedirect = false,
            MaxConnectionsPerServer = 64,
            AutomaticDecompression = DecompressionMethods.None,
        };
        var client = new HttpClient(handler) { BaseAddress = new Uri(address) };
        var token = await TokenAsync(client, "/login");
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["UserName"] = UserName,
                ["Password"] = Password,
                ["__RequestVerificationToken"] = token,
            }
        );
        using var answer = await client.PostAsync(new Uri("/login", UriKind.Relative), form);
        return answer.StatusCode is HttpStatusCode.Found
            ? (client, await TokenAsync(client, "/"))
            : throw new InvalidOperationException($"The bench could not log in: {(int)answer.StatusCode}.");
    }

    private static async Task<string> TokenAsync(HttpClient client, string path)
    {
        var page = await client.GetStringAsync(new Uri(path, UriKind.Relative));
        const string Before = "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"";
        var at = page.IndexOf(Before, StringComparison.Ordinal);
        if (at < 0)
        {
            throw new InvalidOperationException($"{path} has no form.");
        }

        at += Before.Length;
        return page[at..page.IndexOf('"', at)];
    }
}
