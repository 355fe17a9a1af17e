using Plus.Testing.Arranging;
using Plus.Testing.Pages;

namespace Plus.Browser.Tests.Walking;

/// <summary>
/// A small service to walk through: enough clients, notes and tasks in one office that a page asking the database once
/// for every row shows itself.
/// </summary>
internal static class ArrangedService
{
    private const int Clients = 40;
    private const int Notes = 30;
    private static readonly string[] Given = ["Ilze", "Kārlis", "Žanete", "Ģirts", "Līga", "Ēriks", "Aļona", "Uģis"];
    private static readonly string[] Surnames =
    [
        "Pērkone",
        "Šķēle",
        "Āboltiņš",
        "Ņukša",
        "Čakste",
        "Ķirsis",
        "Zvīgzne",
    ];

    /// <summary>Words that are people's and not the pages' own: in titles they would be personal data.</summary>
    public static IReadOnlyCollection<string> Words => [.. Surnames];

    public static async Task MakeAsync(PlusApp app)
    {
        People.Person? first = null;
        for (var n = 0; n < Clients; n++)
        {
            var person = await app.PersonAsync(Given[n % Given.Length], Surnames[n % Surnames.Length]);
            await app.TaskAsync(person, Explanation, new DateOnly(2026, 4, 17));
            first ??= person;
        }

        var writer = await app.LoggedInAsAsync("caseManager");
        for (var n = 0; n < Notes; n++)
        {
            var form = await writer.GetAsync(first!.Href + "/notes/new");
            await form.SubmitAsync(new() { ["Text"] = $"Pārrunas {n}" });
        }
    }

    private const string Explanation = """
        {"rule":"register.suspended_sentence","count":10,"unit":"workingDays","act":"LSIK","article":"155. pants","unverified":false,
         "start":"2026-04-01","rawDueOn":"2026-04-17","skipped":[{"day":"2026-04-03","name":"good_friday"}],"weekendDays":4,"values":{}}
        """;
}
