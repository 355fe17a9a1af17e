using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Identity;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Files.Checking;
using Plus.Shared.Files.Storing;
using Plus.Shared.TransportCosts.Records;

namespace Plus.Shared.TransportCosts.Claiming;

/// <summary>A claim as it was handed in.</summary>
public sealed record NewClaim(
    SectionId Section,
    DateOnly From,
    DateOnly To,
    decimal Amount,
    string Account,
    IReadOnlyList<(string Name, Stream Content)> Tickets
);

/// <summary>Takes in a claim with its tickets.</summary>
internal sealed class ClaimHandler(
    PlusDb db,
    SectionEditing editing,
    FileStore files,
    StaffAccessor staff,
    PlusClock clock
)
{
    private const decimal Most = 10_000m;

    public async Task<Outcome<Guid>> ClaimAsync(NewClaim wanted, CancellationToken ct)
    {
        if (await editing.FindAsync(wanted.Section, TransportCostsModule.Claim, null, ct) is not { } section)
        {
            return new NoSuchRecord();
        }

        if (wanted.To > clock.Today)
        {
            return new DayIsInFuture("To");
        }

        if (section.RegisteredOn is not { } registered || wanted.From < registered)
        {
            return new DayIsTooEarly("From", section.RegisteredOn ?? section.OpenedOn);
        }

        if (wanted.To < wanted.From)
        {
            return new DayIsTooEarly("To", wanted.From);
        }

        if (wanted.Amount is <= 0 or > Most || decimal.Round(wanted.Amount, 2) != wanted.Amount)
        {
            return new AmountIsWrong("Amount");
        }

        if (AccountNumber.Read(wanted.Account) is not { } account)
        {
            return new AccountIsWrong();
        }

        if (wanted.Tickets.Count == 0)
        {
            return new TicketsAreMissing();
        }

        // The same days are claimed once; what was refused may be claimed anew with better proof.
        var overlapping = await db.Set<TransportClaim>()
            .Where(c => c.SectionId == wanted.Section && c.Decision != TransportClaim.Refused)
            .Where(c => c.From <= wanted.To && c.To >= wanted.From)
            .OrderBy(c => c.From)
            .Select(c => new { c.From, c.To })
            .FirstOrDefaultAsync(ct);
        if (overlapping is not null)
        {
            return new DaysAreClaimed(overlapping.From, overlapping.To);
        }

        var claim = new TransportClaim(
            wanted.Section,
            wanted.From,
            wanted.To,
            clock.Today,
            wanted.Amount,
            account,
            staff.Current.Id
        );
        db.Add(claim);
        var place = 0;
        foreach (var (name, content) in wanted.Tickets)
        {
            var kept = await files.PutAsync(content, UploadKind.Scan, name, ct);
            if (!kept.Done)
            {
                db.ChangeTracker.Clear();
                return (FileRefused)kept.Refusal with { In = "Tickets" };
            }

            db.Add(new TransportTicket(claim, ++place, kept.Value.Id));
        }

        var done = await editing.CommitAsync(
            section,
            new ProcessStart(TransportCostsModule.Claimed)
            {
                Subject = claim.Id,
                Values = new Dictionary<string, object?>
                {
                    ["from"] = claim.From,
                    ["to"] = claim.To,
                    ["amount"] = claim.Amount,
                },
            },
            ct
        );
        return done.Done ? claim.Id : done.Refusal;
    }
}

/// <summary>Euro and cents, above nothing.</summary>
internal sealed record AmountIsWrong(string AtField) : Refusal("transportCosts.refusal.amount")
{
    public override string? Field => AtField;
}

/// <summary>The account's checksum does not hold.</summary>
internal sealed record AccountIsWrong() : Refusal("transportCosts.refusal.account")
{
    public override string? Field => "Account";
}

/// <summary>A claim comes with proof.</summary>
internal sealed record TicketsAreMissing() : Refusal("transportCosts.refusal.tickets")
{
    public override string? Field => "Tickets";
}

/// <summary>Some of the days are in another claim.</summary>
internal sealed record DaysAreClaimed(DateOnly From, DateOnly To) : Refusal("transportCosts.refusal.claimed")
{
    public override string? Field => "From";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["from"] = From, ["to"] = To };
}
