using Microsoft.AspNetCore.Http;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;
using Plus.Shared.Access.Reaching;
using Plus.Web.Errors;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Clients.Head;

/// <summary>
/// What every page about one client begins with: is the client within reach, who is it, and the identity bar with the
/// links beside it. Logging that the page was seen stays with the page.
/// </summary>
public sealed class ClientHead(
    ClientHeadReader reader,
    StaffAccessor staff,
    RecordAnswers answers,
    IHttpContextAccessor http,
    PageHead head,
    Texts texts,
    PlusClock clock
)
{
    /// <summary>
    /// Reads the client and fills the head of the page. Null when there is no such client within reach: the page answers
    /// as if there were none.
    /// </summary>
    /// <param name="id">The client.</param>
    /// <param name="permission">The page's own permission, whose reach applies.</param>
    /// <param name="tab">Which link of the sub-navigation is the page's: overview, timeline, data, people; null for none.</param>
    public async Task<ClientFacts?> ShowAsync(ClientId id, string permission, string? tab, CancellationToken ct)
    {
        var facts = await reader.ReadAsync(id, permission, clock.Today, ct);
        if (facts is not null)
        {
            Show(facts, tab);
        }
        else if (await answers.OfAsync(id, ct) is RecordAnswer.Limited limited)
        {
            ErrorNote.Set(http.HttpContext, texts["access.restriction.limited", ("numbers", limited.Number)]);
        }

        return facts;
    }

    /// <summary>The same for a page that has found the client through a section within reach already.</summary>
    public async Task<ClientFacts?> ShowReachedAsync(ClientId id, CancellationToken ct)
    {
        var facts = await reader.ReadReachedAsync(id, clock.Today, ct);
        if (facts is not null)
        {
            Show(facts, null);
        }

        return facts;
    }

    private void Show(ClientFacts facts, string? tab)
    {
        var today = clock.Today;
        head.Identity = new IdentityBar(
            facts.FullName,
            $"/clients/{facts.Id}",
            facts.CaseNumber ?? texts["clients.head.noCase"]
        )
        {
            Age = texts["clients.head.age", ("age", facts.AgeOn(today)), ("born", facts.BirthDate)],
            Warnings = [.. Warnings(facts, today)],
            Measures = [.. facts.Open.Select(s => Measure(s, today))],
        };
        head.SubLinksLabel = texts["clients.head.pages"];
        if (!staff.Current.May(ClientPermissions.View))
        {
            return;
        }

        foreach (var (code, path) in Tabs)
        {
            head.Link(texts["clients.head.tab." + code], $"/clients/{facts.Id}{path}", code == tab);
        }

        if (staff.Current.May(DocumentsPermission))
        {
            head.Link(texts["clients.head.tab.documents"], $"/clients/{facts.Id}/documents", tab == "documents");
        }

        if (staff.Current.May(IncidentsPermission))
        {
            head.Link(texts["clients.head.tab.incidents"], $"/clients/{facts.Id}/incidents", tab == "incidents");
        }

        if (staff.Current.May(CaseFilePermission))
        {
            head.Link(texts["clients.head.tab.file"], $"/clients/{facts.Id}/file", tab == "file");
        }

        if (staff.Current.May(SeenPermission))
        {
            head.Link(texts["clients.head.tab.seen"], $"/clients/{facts.Id}/seen", tab == "seen");
        }
    }

    // The page lies in the audit's room.
    private const string SeenPermission = "audit.ofClient";

    // The page lies in the room of case files.
    private const string CaseFilePermission = "caseFile.view";

    // The page lies in the room of incidents.
    private const string IncidentsPermission = "incidents.view";

    // The page lies in the room of documents.
    private const string DocumentsPermission = "documents.view";

    private static readonly (string Code, string Path)[] Tabs =
    [
        ("overview", ""),
        ("timeline", "/timeline"),
        ("data", "/data"),
        ("people", "/people"),
    ];

    private IEnumerable<IdentityWarning> Warnings(ClientFacts facts, DateOnly today)
    {
        if (facts.DiedOn is { } died)
        {
            yield return new IdentityWarning(WarningKind.Notice, texts["clients.warning.died", ("day", died)]);
        }

        if (facts.ArchivedAt is { } archived)
        {
            yield return new IdentityWarning(
                WarningKind.Notice,
                texts["clients.warning.archived", ("at", archived)],
                staff.Current.May(CaseFilePermission) ? $"/clients/{facts.Id}/file" : null
            );
        }

        if (facts.RiskToStaff is not null)
        {
            yield return Danger("riskToStaff", $"/clients/{facts.Id}/data#risk");
        }

        if (facts.Sections.Any(s => s.SexualOffence))
        {
            yield return Danger("sexualOffence", null);
        }

        if (facts.MustNotMeet.Count > 0)
        {
            yield return Danger("mustNotMeet", $"/clients/{facts.Id}/people#must-not-meet");
        }

        if (facts.DiedOn is null && facts.IsMinorOn(today))
        {
            yield return new IdentityWarning(WarningKind.Notice, texts["clients.warning.minor"]);
        }

        if (facts.NeedsInterpreter)
        {
            var languages = string.Join(", ", facts.Languages.Select(l => texts.Maybe("clients.language." + l) ?? l));
            yield return new IdentityWarning(
                WarningKind.Notice,
                texts["clients.warning.interpreter", ("languages", languages)]
            );
        }

        if (facts.PossibleDuplicates > 0)
        {
            yield return new IdentityWarning(
                WarningKind.Notice,
                texts["clients.warning.duplicate"],
                staff.Current.May(ClientPermissions.Duplicates) ? "/clients/duplicates" : null
            );
        }
    }

    private IdentityWarning Danger(string code, string? href) =>
        new(WarningKind.Danger, texts["clients.warning." + code], href);

    private IdentityMeasure Measure(ClientSection section, DateOnly today) =>
        new(
            texts["law.measure." + section.Measure],
            MeasureLeft.Of(section, today, texts),
            section.Href,
            section.Progress?.Done ?? 0,
            section.Progress?.Whole
        );
}
