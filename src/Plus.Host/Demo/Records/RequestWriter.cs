using Plus.Host.Demo.Plan;
using Plus.Host.Demo.Storage;
using Plus.Law.Applications;
using Plus.Shared.Applications.Records;
using Plus.Shared.Clients.Records;

namespace Plus.Host.Demo.Records;

/// <summary>Writes what some clients of today asked and told: journeys decided and not, new work, a new home.</summary>
internal sealed class RequestWriter(CopyStore store, DemoProcesses processes, DateOnly today)
{
    private static readonly (string Kind, string Place, string Reason)[] Told =
    [
        (ApplicationKinds.LeaveResidence, "Liepāja, pie vecākiem", "Jāpalīdz ģimenei."),
        (ApplicationKinds.WorkChange, "SIA “Celtnieks”", "Piedāvāts pastāvīgs darbs."),
        (ApplicationKinds.ForeignTravel, "Vācija", "Sezonas darbs."),
        (ApplicationKinds.ResidenceChange, "Parauga iela 12, dzīvoklis 3", "Beidzies īres līgums."),
        (ApplicationKinds.StudyChange, "Valmieras tehnikums", "Uzsāk mācības."),
    ];

    public void Write(DemoRecord record, int n)
    {
        var received = today.AddDays(-4 - (n % 9));
        if (record.RegisteredOn > received || record.Section is not { } section)
        {
            return;
        }

        var (kind, place, reason) = Told[n % Told.Length];
        var absence = ApplicationKinds.IsAbsence(kind);
        var from = absence ? received.AddDays(8) : received.AddDays(-1);
        var days = n % 2 == 0 ? 29 : 5;
        var request = new ClientRequest(
            section,
            new ClientApplication(kind, received, from, absence ? from.AddDays(days) : null),
            absence && days > 15
        );
        request.About(place, reason);
        switch (kind)
        {
            case ApplicationKinds.ResidenceChange:
                request.MovesTo(AddressKind.Actual, null);
                break;
            case ApplicationKinds.WorkChange:
                request.WorksAs("employed");
                break;
            case ApplicationKinds.StudyChange:
                request.WorksAs("student");
                break;
        }

        Decide(request, n);
        store.Add(request);
        processes.Changes.Added(request);
        processes.Add(
            "applications.received",
            record,
            received,
            record.Manager,
            request.Id,
            ("application", kind),
            ("from", from)
        );
    }

    // Every third waits for somebody; a change that was noted waits to be seen.
    private static void Decide(ClientRequest request, int n)
    {
        if (n % 3 == 0)
        {
            return;
        }

        var outcome =
            !request.NeedsDecision ? ApplicationOutcome.Noted
            : n % 3 == 1 ? ApplicationOutcome.Granted
            : ApplicationOutcome.Refused;
        request.Decide(
            outcome,
            request.ReceivedOn.AddDays(2),
            request.NeedsDecision ? "AT-" + (n + 1) : null,
            request.From,
            request.To
        );
        request.Because(
            outcome == ApplicationOutcome.Refused ? "Tajā laikā plānotas tikšanās un programmas nodarbības." : null,
            outcome == ApplicationOutcome.Granted ? "Reizi nedēļā zvanīt lietas vadītājam." : null
        );
    }
}
