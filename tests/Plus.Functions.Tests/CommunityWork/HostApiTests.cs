using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Plus.Kernel.Ids;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.CommunityWork;

/// <summary>A host's own system: schedules out, hours in, with a key of its own and nothing beyond.</summary>
public sealed class HostApiTests(PlusApp app) : IClassFixture<PlusApp>
{
    private const string Root = "/api/hosts/v1";

    [Fact]
    public async Task Key_IsShownOnce_StoredAsAHash_AndEndsAtOnceWhenRevoked()
    {
        var host = await app.HostAsync("Meži", new DateOnly(2025, 1, 1));
        var (head, key) = await GivenAsync(host);
        Assert.DoesNotContain(key, (await head.GetAsync($"/partners/{host}/keys")).Text, StringComparison.Ordinal);
        Assert.Equal(
            0L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM audit.process p WHERE p.type LIKE 'hostApi.%' AND p::text LIKE '%{key}%'"
            )
        );
        Assert.Equal(HttpStatusCode.OK, (await CallAsync(key, "GET", "/schedule")).Status);
        Assert.Equal("3.1.0", Json(await CallAsync(key, "GET", "/openapi.json")).GetProperty("openapi").GetString());

        await (await head.GetAsync($"/partners/{host}/keys")).SubmitAsync(form: "form[action*='Revoke']");

        foreach (var type in new[] { "hostApi.given", "hostApi.revoked" })
        {
            Assert.True(
                await app.ScalarAsync<long>($"SELECT count(*) FROM audit.process WHERE type = '{type}'") > 0,
                type
            );
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(key, "GET", "/schedule")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync("plus-host-x", "GET", "/schedule")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await CallAsync(null, "GET", "/schedule")).Status);
        // Nobody logged in gets in by the session, and the key opens no page.
        Assert.Equal(HttpStatusCode.Unauthorized, (await head.GetAsync(Root + "/schedule")).Status);
        var manager = await app.AsAsync("caseManager");
        Assert.Equal(HttpStatusCode.Forbidden, (await manager.GetAsync($"/partners/{host}/keys")).Status);
    }

    [Fact]
    public async Task Hours_GoInWithAVersionToken_Once_AndTheSameCallAgainIsAnsweredAlike()
    {
        var host = await app.HostAsync("Parki", new DateOnly(2025, 1, 1));
        var section = await app.SentAsync(host, null, "2026-04-14", "2026-04-15");
        var (_, key) = await GivenAsync(host);
        var schedule = Json(await CallAsync(key, "GET", "/schedule?from=2026-04-13&to=2026-04-30"));
        var client = schedule.GetProperty("clients")[0];
        Assert.Equal(section.Id.Value, client.GetProperty("client").GetGuid());
        Assert.Equal(2, client.GetProperty("days").GetArrayLength());
        Assert.Equal("09:00", client.GetProperty("days")[0].GetProperty("plannedStart").GetString());
        Assert.True(await app.ViewsAsync(section.ClientId, "hostApi.use") > 0);

        var path = $"/clients/{section.Id}/days/2026-04-14";
        var day = await CallAsync(key, "GET", path);
        var token = day.Response.Headers.ETag!.Tag;
        Assert.Equal(
            HttpStatusCode.PreconditionRequired,
            (await PutAsync(key, path, null, "a1", "{\"minutes\":120}")).Status
        );
        Assert.Equal(HttpStatusCode.BadRequest, (await PutAsync(key, path, token, null, "{\"minutes\":120}")).Status);

        var put = await PutAsync(key, path, token, "a1", "{\"minutes\":120}");
        Assert.Equal(HttpStatusCode.OK, put.Status);
        Assert.Equal("entered", Json(put).GetProperty("state").GetString());
        Assert.Equal(120, Json(put).GetProperty("now").GetProperty("creditedMinutes").GetInt32());
        var again = await PutAsync(key, path, token, "a1", "{\"minutes\":120}");
        Assert.True(again.Response.Headers.Contains("Idempotent-Replayed"));
        Assert.True(JsonElement.DeepEquals(Json(put), Json(again)));
        Assert.Equal(
            HttpStatusCode.UnprocessableEntity,
            (await PutAsync(key, path, token, "a1", "{\"minutes\":60}")).Status
        );

        // An older token: the day is told as it stands now, and nothing is done.
        var older = await PutAsync(key, path, token, "a2", "{\"minutes\":60}");
        Assert.Equal(HttpStatusCode.PreconditionFailed, older.Status);
        Assert.Equal("version_changed", Json(older).GetProperty("reason").GetString());
        Assert.Equal(
            "known",
            Json(await PutAsync(key, path, token, "a3", "{\"minutes\":120}")).GetProperty("state").GetString()
        );
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM community_work.hours_entry WHERE section_id = '{section.Id}'"
            )
        );
        Assert.Equal(1, await app.ProcessesAsync(section.Id, "hostPages.confirmed"));
        Assert.StartsWith(
            "host key ",
            await app.ScalarAsync<string>(
                $"SELECT source FROM audit.process WHERE section_id = '{section.Id}' AND type = 'hostPages.confirmed'"
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ManyLines_HaveAnOutcomeEach_WithTheLawsReason_AndAnotherHostsClientDoesNotExist()
    {
        var host = await app.HostAsync("Kapi", new DateOnly(2025, 1, 1));
        var other = await app.HostAsync("Muzejs", new DateOnly(2025, 1, 1));
        var section = await app.SentAsync(host, null, "2026-04-13", "2026-04-14", "2026-04-15");
        var foreign = await app.SentAsync(other, null, "2026-04-14");
        var (_, key) = await GivenAsync(host);
        var body = JsonSerializer.Serialize(
            new
            {
                lines = new object[]
                {
                    new
                    {
                        client = section.Id.Value,
                        day = "2026-04-13",
                        minutes = 120,
                    },
                    new
                    {
                        client = section.Id.Value,
                        day = "2026-04-14",
                        minutes = 180,
                    },
                    new
                    {
                        client = section.Id.Value,
                        day = "2026-04-15",
                        absent = true,
                    },
                    new
                    {
                        client = section.Id.Value,
                        day = "2026-04-16",
                        minutes = 120,
                    },
                    new
                    {
                        client = foreign.Id.Value,
                        day = "2026-04-14",
                        minutes = 120,
                    },
                },
            }
        );

        var lines = Json(await PostAsync(key, "/days", "b1", body)).GetProperty("lines");

        Assert.Equal(
            ["entered", "entered", "entered", "refused", "refused"],
            lines.EnumerateArray().Select(l => l.GetProperty("state").GetString()!)
        );
        // Over the day's limit: what is above it is worked and not credited.
        Assert.Equal(60, lines[1].GetProperty("now").GetProperty("notCreditedMinutes").GetInt32());
        Assert.Contains("diena", lines[3].GetProperty("words").GetString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("no_such_client", lines[4].GetProperty("reason").GetString());
        Assert.Equal(
            1L,
            await app.ScalarAsync<long>($"SELECT count(*) FROM breaches.breach WHERE section_id = '{section.Id}'")
        );
        Assert.Equal(
            0L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM community_work.hours_entry WHERE section_id = '{foreign.Id}'"
            )
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await CallAsync(key, "GET", $"/clients/{foreign.Id}/days/2026-04-14")).Status
        );
    }

    [Theory]
    [InlineData("{\"minutes\":120,\"more\":1}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{\"minutes\":\"120\"}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{\"minutes\":120,\"minutes\":60}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{\"minutes\":-5}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{\"minutes\":120,\"absent\":true}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("{}", HttpStatusCode.UnprocessableEntity)]
    [InlineData("[[[[[[[[[[[[", HttpStatusCode.UnprocessableEntity)]
    [InlineData("null", HttpStatusCode.UnprocessableEntity)]
    public async Task HostileBody_IsRefused_AndChangesNothing(string body, HttpStatusCode status)
    {
        var host = await app.HostAsync("Naids", new DateOnly(2025, 1, 1));
        var section = await app.SentAsync(host, null, "2026-04-14");
        var (_, key) = await GivenAsync(host);
        var path = $"/clients/{section.Id}/days/2026-04-14";

        Assert.Equal(status, (await PutAsync(key, path, "\"x\"", "h1", body)).Status);
        Assert.Equal(
            0L,
            await app.ScalarAsync<long>(
                $"SELECT count(*) FROM community_work.hours_entry WHERE section_id = '{section.Id}'"
            )
        );
    }

    [Fact]
    public async Task TooMuch_OfTheWrongKind_OrOfAWrongDay_IsRefused()
    {
        var host = await app.HostAsync("Robežas", new DateOnly(2025, 1, 1));
        var (_, key) = await GivenAsync(host);

        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await PostAsync(key, "/days", "c1", new string(' ', 70_000))).Status
        );
        var line = $"{{\"client\":\"{Guid.NewGuid()}\",\"day\":\"2026-04-14\",\"minutes\":60}}";
        var many = $"{{\"lines\":[{string.Join(',', Enumerable.Repeat(line, 201))}]}}";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(key, "/days", "c2", many)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await CallAsync(key, "GET", "/schedule?from=13.04.2026")).Status);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await CallAsync(key, "GET", "/schedule?from=2026-01-01&to=2026-12-31")).Status
        );
        var request = Request(key, "POST", "/days");
        request.Headers.Add("Idempotency-Key", "c3");
        request.Content = new StringContent("<lines/>", Encoding.UTF8, "application/xml");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await app.Browser().SendAsync(request)).Status);
    }

    private async Task<(PageBrowser, string)> GivenAsync(HostEmployerId host)
    {
        var head = await app.AsAsync("officeHead");
        var form = await head.GetAsync($"/partners/{host}/keys");
        var made = await form.SubmitAsync(new() { ["Input.Name"] = "Darba laika sistēma" }, form: "form#give");
        var key = made.Html.QuerySelector("code.plus-secret")?.TextContent.Trim();
        Assert.True(key is not null, made.Words);
        return (head, key!);
    }

    private static JsonElement Json(ReadPage page) => JsonDocument.Parse(page.Text).RootElement;

    private Task<ReadPage> CallAsync(string? key, string method, string path) =>
        app.Browser().SendAsync(Request(key, method, path));

    private Task<ReadPage> PutAsync(string key, string path, string? version, string? idempotency, string body)
    {
        var request = Request(key, "PUT", path);
        if (version is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", version);
        }

        return SendAsync(request, idempotency, body);
    }

    private Task<ReadPage> PostAsync(string key, string path, string idempotency, string body) =>
        SendAsync(Request(key, "POST", path), idempotency, body);

    private Task<ReadPage> SendAsync(HttpRequestMessage request, string? idempotency, string body)
    {
        if (idempotency is not null)
        {
            request.Headers.Add("Idempotency-Key", idempotency);
        }

        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return app.Browser().SendAsync(request);
    }

    private static HttpRequestMessage Request(string? key, string method, string path)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), Root + path);
        if (key is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        return request;
    }
}
