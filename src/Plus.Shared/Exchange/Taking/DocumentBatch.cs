using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Identity;
using Plus.Shared.Cases.Opening;
using Plus.Shared.Exchange.Messages;
using Plus.Shared.Exchange.Records;

namespace Plus.Shared.Exchange.Taking;

/// <summary>A message that breaks no rule, with its row.</summary>
internal sealed record TakenMessage(IntakeMessage Row, IntakeContent Content);

/// <summary>Gives the founding documents of a batch their effect: who each is about is looked up for all at once.</summary>
internal sealed class DocumentBatch(PlusDb db, DocumentTaking documents)
{
    public async Task TakeAsync(
        BulkProcesses bulk,
        List<TakenMessage> messages,
        BatchGround ground,
        CancellationToken ct
    )
    {
        if (messages.Count == 0)
        {
            return;
        }

        var people = await KnownPeople.LoadAsync(
            db,
            messages.ConvertAll(m => m.Content.Person!),
            [],
            ground.SexualArticles,
            ct
        );
        var decided = messages.ConvertAll(m => (Message: m, Who: people.Decide(m.Content.Person!)));
        var cases = decided.Count(d => d.Who is not MatchDecision<ClientId>.MatchToConfirm);
        ground.CaseNumbers = await new CaseNumbers(db).NextAsync(cases, ground.Today, ct);
        foreach (var (message, decision) in decided)
        {
            var type = IntakeProcesses.Taken;
            IEnumerable<object> touched = [];
            switch (decision)
            {
                case MatchDecision<ClientId>.MatchToConfirm doubt:
                    AskWho(message, doubt);
                    type = IntakeProcesses.MatchAsked;
                    break;
                case MatchDecision<ClientId>.NewClient:
                    var made = documents.NewClient(message.Content, ground);
                    documents.Take(message.Row, message.Content, made, ground);
                    break;
                default:
                    var who = people[
                        decision is MatchDecision<ClientId>.SameClient same
                            ? same.Key
                            : ((MatchDecision<ClientId>.SameClientNewSurname)decision).Key
                    ];
                    documents.Take(message.Row, message.Content, who, ground);
                    touched = who.Changeable;
                    break;
            }

            db.Add(message.Row);
            bulk.Complete(DocumentTaking.ProcessOf(type, message.Row, message.Content), touched);
        }
    }

    private static void AskWho(TakenMessage message, MatchDecision<ClientId>.MatchToConfirm doubt)
    {
        var hasCode = PersonalCode.TryParse(message.Content.Person!.PersonalCode, out _);
        var reason = IntakeReason.Of(
            IntakeReasons.SameNameAndBirthDate,
            "person",
            ("candidates", string.Join(' ', doubt.Candidates.Select(c => c.Value))),
            ("hasCode", hasCode ? "yes" : "no")
        );
        message.Row.Become(IntakeState.MatchToConfirm, [reason.Code], IntakeReason.Write([reason]), null);
    }
}
