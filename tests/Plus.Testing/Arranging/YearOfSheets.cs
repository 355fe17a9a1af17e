using System.Globalization;
using System.Text;
using Plus.Functions.CommunityWork.Records;
using Plus.Kernel.Ids;
using Plus.Law.Sections;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Partners.Records;
using Plus.Shared.WorkHours.Records;

namespace Plus.Testing.Arranging;

/// <summary>A host's clients and the file of what they worked over months, with errors in it.</summary>
internal static class YearOfSheets
{
    private const int ImposedMinutes = 280 * 60;
    private static int made;

    /// <summary>A host with a contract, and clients who have worked there since a day: the numbers of their cases.</summary>
    public static (HostEmployerId Host, List<string> Numbers, object[] Records) Make(
        OfficeId office,
        int clients,
        DateOnly since
    )
    {
        var host = new HostEmployer(HostEmployerId.New(), "Gada devējs", "municipal", null, office);
        host.At("0001000", "Brīvības iela 1, Rīga");
        var (numbers, records) = (
            new List<string>(),
            new List<object> { host, new HostContract(host.Id, "L-1", since.AddYears(-1), null) }
        );
        for (var i = 0; i < clients; i++)
        {
            var n = Interlocked.Increment(ref made);
            var number = string.Create(CultureInfo.InvariantCulture, $"{since.Year}-{800000 + n:000000}");
            var client = new Client(ClientId.New(), "Jānis", $"Bērziņš{n}", new DateOnly(1990, 5, 6), "M");
            var file = new Case(CaseId.New(), client.Id, number, since.AddDays(-20));
            var basis = new Basis(BasisId.New(), client.Id, "courtRuling", $"K-{n}", since.AddDays(-30));
            basis.Issue("court", "Rīgas pilsētas tiesa", since.AddDays(-20), $"110000{n:00000}", null);
            var section = new Section(
                SectionId.New(),
                file.Id,
                client.Id,
                "community_work",
                MeasureCode.CommunityWork,
                basis.Id,
                since.AddDays(-20)
            );
            section.Assign(office, "chosen", null);
            section.Register(since);
            section.Enter(SectionState.Active);
            var sentence = new CommunityWorkSentence(section.Id) { PenaltyRole = "main" };
            sentence.Impose(ImposedMinutes);
            sentence.PlaceAt(host.Id, since);
            records.AddRange([client, file, basis, section, sentence]);
            records.Add(new Placement(section.Id, host.Id, null, null, since));
            numbers.Add(number);
        }

        return (host.Id, numbers, [.. records]);
    }

    /// <summary>Two days a week of two hours for every client; every client has one line of each error.</summary>
    public static (byte[] Content, int Right, int Wrong) FileOf(
        IReadOnlyList<string> numbers,
        DateOnly first,
        int months
    )
    {
        var text = new StringBuilder("Lieta;Diena;Nostrādāts\n");
        var (right, wrong) = (0, 0);
        var last = first.AddMonths(months);
        foreach (var number in numbers)
        {
            for (var day = first; day < last; day = day.AddDays(day.DayOfWeek == DayOfWeek.Monday ? 2 : 5))
            {
                text.Append(CultureInfo.InvariantCulture, $"{number};{day:dd.MM.yyyy};2\n");
                right++;
            }

            text.Append(CultureInfo.InvariantCulture, $"{number};31.02.2026;2\n");
            text.Append(CultureInfo.InvariantCulture, $"{number};{first.AddDays(1):dd.MM.yyyy};daudz\n");
            text.Append(CultureInfo.InvariantCulture, $"{number};{first.AddDays(-30):dd.MM.yyyy};2\n");
            text.Append(CultureInfo.InvariantCulture, $"{number}-nav;{first:dd.MM.yyyy};2\n");
            wrong += 4;
        }

        return (Encoding.UTF8.GetBytes(text.ToString()), right, wrong);
    }
}
