using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.Applications;
using Plus.Shared.Applications.Listing;
using Plus.Shared.Applications.Records;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Obligations.Bans;
using Plus.Shared.Rules.Current;

namespace Plus.Shared.Applications.Receiving;

/// <summary>What the client asks or tells, as taken in.</summary>
internal sealed record NewRequest(
    ClientApplication Application,
    string Place,
    string? Reason,
    AddressKind? Address,
    string? Territory,
    string? Employment
)
{
    /// <summary>The person was told that the place meets a ban, and asked.</summary>
    public bool BanKnown { get; init; }
}

/// <summary>Takes an application or a notice in; the law says whether it is to be decided.</summary>
internal sealed class ReceiveHandler(
    PlusDb db,
    SectionEditing editing,
    RequestReader reader,
    BanCheck bans,
    CurrentRules rules,
    PlusClock clock
)
{
    public static readonly ProcessType Received = new("applications.received", OnTimeline: true);

    public async Task<Outcome<Guid>> ReceiveAsync(SectionId id, NewRequest wanted, CancellationToken ct)
    {
        var section = await editing.FindAsync(id, ApplicationsModule.Work, null, ct);
        if (section is not { IsOpen: true } || !ApplicationKinds.Bind(section.Measure))
        {
            return new NoSuchRecord();
        }

        var frame = await reader.FrameAsync(section, wanted.Application.From, ct);
        if (ApplicationRules.Judge(wanted.Application, frame, clock.Today) is Verdict.Refused refused)
        {
            return new LawRefuses(refused, FieldOf(refused));
        }

        if (wanted.Application.To is { } to && await OverlapsAsync(section, wanted.Application.From, to, ct))
        {
            return new AwayThenAlready();
        }

        var need = ApplicationRules.NeedOf(wanted.Application, frame, (await rules.ReadAsync(ct)).Parameters);
        var made = new ClientRequest(section.Id, wanted.Application, need.Decision);
        made.About(wanted.Place, wanted.Reason);
        if (wanted.Address is { } address)
        {
            made.MovesTo(address, wanted.Territory);
        }

        if (wanted.Employment is { } employment)
        {
            made.WorksAs(employment);
        }

        // What the client asks or tells is taken in whatever it is; who takes it in knows of the ban before it is decided.
        var place = RequestPlaces.Of(section.ClientId, made, made.From);
        if (await bans.RefuseAsync(place, "Place", wanted.BanKnown, isFact: true, ct) is { } met)
        {
            return met;
        }

        db.Add(made);
        var done = await editing.CommitAsync(
            section,
            new ProcessStart(Received)
            {
                Subject = made.Id,
                OnDay = made.ReceivedOn,
                Values = new Dictionary<string, object?> { ["application"] = made.Kind, ["from"] = made.From },
            },
            ct
        );
        return done.Done ? made.Id : done.Refusal;
    }

    private Task<bool> OverlapsAsync(Section section, DateOnly from, DateOnly to, CancellationToken ct) =>
        db.Set<ClientRequest>()
            .AnyAsync(
                r =>
                    r.SectionId == section.Id
                    && r.To != null
                    && r.From <= to
                    && r.To >= from
                    && r.HappenedOn == null
                    && (r.Outcome == null || r.Outcome == "granted" || r.Outcome == "noted"),
                ct
            );

    private static string FieldOf(Verdict.Refused refused) =>
        refused.ReasonCode switch
        {
            ReasonCodes.ApplicationInFuture or ReasonCodes.ApplicationBeforeSection => "ReceivedOn",
            ReasonCodes.ApplicationEndsBeforeItBegins => "To",
            _ => "From",
        };
}

/// <summary>The client is away in these days already, or has asked to be.</summary>
internal sealed record AwayThenAlready() : Refusal("applications.refusal.awayAlready")
{
    public override string Field => "From";
}
