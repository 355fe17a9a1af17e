using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Storage;
using Plus.Law.Applications;
using Plus.Law.Breaches;
using Plus.Law.Correspondence;
using Plus.Law.Obligations;
using Plus.Law.Sections;
using Plus.Law.Tasks;
using Plus.Shared.Audit.Subject;
using Plus.Shared.Breaches;
using Plus.Shared.CaseFiles.Reading;
using Plus.Shared.Cases.OpeningByHand;
using Plus.Shared.Cases.Suspending;
using Plus.Shared.Clients.Data;
using Plus.Shared.Clients.Records;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Documents.LifeCycle;
using Plus.Shared.Documents.Records;
using Plus.Shared.Incidents;
using Plus.Shared.Incidents.Records;
using Plus.Shared.Journal.Notes;
using Plus.Shared.MailRoom.Records;
using Plus.Shared.Obligations;
using Plus.Shared.Plans.Records;
using Plus.Shared.Reminders.Records;
using Plus.Shared.Support;
using Plus.Shared.TransportCosts.Records;
using Plus.Shared.WorkHours.Records;
using Plus.Testing.Pages;
using Plus.Web.Language;

namespace Plus.Shared.Tests.CaseFiles;

/// <summary>
/// A court, and the person themselves, read words: every code that may stand in a case file or in the report to a person
/// has its words in both languages.
/// </summary>
public sealed class CodesInWordsTests(PlusApp app) : IClassFixture<PlusApp>
{
    private static readonly Dictionary<string, (IEnumerable<string> Names, IEnumerable<string> Notes)> Codes = new()
    {
        ["rulings"] = (OpeningState.Kinds, OpeningState.Issuers),
        ["measures"] = (MeasureCode.All, Of<SectionState>()),
        ["suspensions"] = (SuspendHandlers.Reasons, []),
        ["obligations"] = (ObligationKinds.All.Select(k => k.Code), []),
        ["obligationChecks"] = (ObligationWords.Findings, []),
        ["breaches"] = (
            BreachKinds.All,
            ["withdrawn", "justified", "answered", "response", "judgement", "explanation"]
        ),
        ["responses"] = (BreachResponse.All, BreachKinds.Decisions),
        ["needs"] = (PlanNeed.Domains, []),
        ["goals"] = ([], []),
        ["steps"] = ([], ["open", "done", "dropped"]),
        ["placements"] = ([], Placement.EndReasons),
        ["applications"] = (ApplicationKinds.All, ApplicationOutcome.All),
        ["stays"] = ([SupportKinds.Rehabilitation], SupportKinds.Leavings),
        ["consultations"] = (SupportKinds.Consultations, ["yes", "no"]),
        ["support"] = (SupportKinds.All, ["yes", "no"]),
        ["closings"] = (Plus.Law.Sections.ClosingGrounds.All, []),
        ["incidents"] = (IncidentKind.Codes, IncidentCodes.Affected),
        ["incidentMeasures"] = (IncidentCodes.Doers, IncidentCodes.Ends),
        ["transport"] = ([], [.. TransportClaim.Decisions, "waits", "paid"]),
        ["reminders"] = ([Reminder.OfWork, Reminder.OfContact], ["sms", "email"]),
        ["contacts"] = (ContactKind.Codes, Of<ContactState>()),
        ["contactList"] = (ContactKind.Codes, Of<ContactState>()),
        ["journal"] = (NoteHandler.Kinds, []),
        ["documents"] = (AddDocumentHandler.Kinds, Of<DocumentDirection>()),
        ["mail"] = (AnswerDeadlines.Kinds, Of<IncomingState>()),
        ["addresses"] = (Of<AddressKind>(), []),
        ["people"] = (ClientCodes.Relation, []),
        ["hours"] = ([], []),
    };

    private static readonly Dictionary<string, IEnumerable<string>> Facts = new()
    {
        ["Sex"] = ClientCodes.Sex,
        ["Languages"] = ClientCodes.Language,
        ["Education"] = ClientCodes.Education,
        ["Employment"] = ClientCodes.Employment,
    };

    public static TheoryData<string> Languages => ["lv", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void CaseFile_SaysEveryCodeInWords(string language) =>
        Assert.Empty(Missing(language, CaseFileSources.All.ToDictionary(s => s.Code, s => s.Words)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void ReportToThePerson_SaysEveryCodeInWords(string language)
    {
        Assert.Empty(Missing(language, SubjectWords.Prefixes));
        var texts = TextsOf(language);
        Assert.All(
            SubjectWords.FactPrefixes.SelectMany(f => Facts[f.Key].Select(c => f.Value + c)),
            k => Assert.True(texts.Has(k), k)
        );
        Assert.All(
            Of<AddressKind>()
                .Concat(Of<IdentifierKind>())
                .Concat(Of<ReachKind>())
                .Select(k => "audit.subject.fact." + k),
            k => Assert.True(texts.Has(k), k)
        );
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void EveryKindOfTask_IsSaidInWords(string language)
    {
        var texts = TextsOf(language);
        Assert.All(TaskKinds.All, k => Assert.True(texts.Has("tasks.kind." + k), k));
    }

    [Fact]
    public void FactsOfThePerson_AreSaidInWords()
    {
        var words = new SubjectWords(TextsOf("en"));
        Assert.Equal("female", words.Fact("Sex", "F"));
        Assert.Equal("Latvian, English", words.Fact("Languages", "lv, en"));
        Assert.Equal("Anna", words.Fact("GivenName", "Anna"));
    }

    [Fact]
    public void CodeWithoutWords_IsFound() =>
        Assert.Equal(
            ["contacts: no.such.held"],
            Missing("lv", new Dictionary<string, (string, string)> { ["contacts"] = ("contacts.kind.", "no.such.") })
                .Where(m => m.EndsWith("held", StringComparison.Ordinal))
        );

    private List<string> Missing(string language, IReadOnlyDictionary<string, (string Name, string Note)> parts)
    {
        var texts = TextsOf(language);
        return
        [
            .. parts.SelectMany(p =>
                Keys(p.Value.Name, Codes[p.Key].Names)
                    .Concat(Keys(p.Value.Note, Codes[p.Key].Notes))
                    .Where(k => texts.Maybe(k) is null)
                    .Select(k => $"{p.Key}: {k}")
            ),
        ];
    }

    // A part whose codes are known must say where their words stand, and the other way round.
    private static IEnumerable<string> Keys(string prefix, IEnumerable<string> codes)
    {
        Assert.Equal(prefix.Length > 0, codes.Any());
        return codes.Select(c => prefix + c);
    }

    private Texts TextsOf(string language) =>
        app
            .Services.GetRequiredService<TextCatalog>()
            .In(language == "lv" ? PageLanguage.Latvian : PageLanguage.English);

    private static IEnumerable<string> Of<T>()
        where T : struct, Enum => Enum.GetValues<T>().Select(CodeConversion.CodeOf);
}
