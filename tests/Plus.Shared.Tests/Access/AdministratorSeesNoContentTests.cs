using System.Net;
using Plus.Testing.Arranging;
using Plus.Testing.Pages;

namespace Plus.Shared.Tests.Access;

/// <summary>Whoever administers reaches no content: every page that links lead to is opened and searched for a client.</summary>
public sealed class AdministratorSeesNoContentTests(PlusApp app) : IClassFixture<PlusApp>
{
    private const string Surname = "Neredzamniece";
    private const string Code = "32456789012";

    [Fact]
    public async Task EveryPageAnAdministratorReaches_HoldsNoClient()
    {
        var manager = await app.StaffAsync("caseManager");
        var client = await app.PersonAsync("Zuzanna", Surname, code: Code, manager: manager.Id);
        var admin = await app.LoggedInAsAsync("administrator");
        var seen = new HashSet<string>(StringComparer.Ordinal) { "/" };
        var waiting = new Queue<string>([
            "/",
            "/access/staff",
            $"/access/staff/{manager.Id}",
            $"/access/staff/{manager.Id}/work",
            $"/access/staff/{manager.Id}/leave",
            "/access/staff?state=all",
            "/figures/2026",
        ]);
        var opened = 0;
        while (waiting.TryDequeue(out var path) && opened < 150)
        {
            var page = await admin.GetAsync(path);
            opened++;
            Assert.False(page.Text.Contains(Surname, StringComparison.Ordinal), path);
            Assert.False(page.Text.Contains(Code, StringComparison.Ordinal), path);
            Assert.False(page.Text.Contains("Zuzanna", StringComparison.Ordinal), path);
            foreach (var link in page.Document?.QuerySelectorAll("a[href^='/']").ToList() ?? [])
            {
                var next = link.GetAttribute("href")!.Split('#')[0];
                // Thousands of days and columns look alike: each address is opened once whatever stands behind the mark.
                if (!next.StartsWith("/language", StringComparison.Ordinal) && seen.Add(Shape(next)))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        Assert.True(opened > 40, $"{opened} pages");
        foreach (
            var closed in new[]
            {
                $"/clients/{client.Client.Id}",
                $"/clients/{client.Client.Id}/timeline",
                $"/clients/{client.Client.Id}/data",
                $"/sections/{client.Section.Id}",
                "/sections",
                "/tasks",
                "/intake",
                "/audit",
            }
        )
        {
            Assert.Contains(
                (await admin.GetAsync(closed)).Status,
                new[] { HttpStatusCode.Forbidden, HttpStatusCode.NotFound }
            );
        }

        var search = await admin.PostAsync("/search", [new("q", Surname)]);
        Assert.NotEqual(HttpStatusCode.OK, search.Status);
        Assert.DoesNotContain(client.Client.Id.ToString(), search.Text, StringComparison.Ordinal);
    }

    // Ids and queries apart: one page of each kind is enough.
    private static string Shape(string address) =>
        System.Text.RegularExpressions.Regex.Replace(
            address.Split('?')[0],
            "[0-9a-f]{8}-[0-9a-f-]{27}|[0-9]{4}-[0-9]{2}-[0-9]{2}",
            "*",
            System.Text.RegularExpressions.RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );
}
