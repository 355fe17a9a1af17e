using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Rehabilitation;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Support.Records;

namespace Plus.Shared.Support.Settling;

/// <summary>What a provider sent.</summary>
internal sealed record NewInvoice(
    Guid Contract,
    DateOnly Month,
    string Number,
    DateOnly IssuedOn,
    DateOnly ReceivedOn,
    IReadOnlyList<ReferralSum> Lines
);

/// <summary>The month has an invoice that was not returned.</summary>
internal sealed record MonthHasAnInvoice(string Number) : Refusal("support.refusal.monthHasInvoice")
{
    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["number"] = Number };
}

/// <summary>The number is another invoice's of the contract.</summary>
internal sealed record InvoiceNumberTaken() : Refusal("support.refusal.invoiceNumberTaken")
{
    public override string? Field => "Number";
}

/// <summary>An invoice that asks for nothing.</summary>
internal sealed record InvoiceIsEmpty() : Refusal("support.refusal.invoiceEmpty");

/// <summary>Takes invoices in, accepts or returns them, and pays.</summary>
internal sealed class InvoiceHandler(
    PlusDb db,
    Processes processes,
    ContractMoney money,
    StaffAccessor staff,
    PlusClock clock
)
{
    public static readonly ProcessType Received = new("support.invoiceReceived");
    public static readonly ProcessType Accepted = new("support.invoiceAccepted");
    public static readonly ProcessType Returned = new("support.invoiceReturned");
    public static readonly ProcessType Paid = new("support.invoicePaid");

    public async Task<Outcome<Guid>> ReceiveAsync(NewInvoice wanted, CancellationToken ct)
    {
        if (wanted.IssuedOn > clock.Today)
        {
            return new DayIsInFuture("IssuedOn");
        }

        if (wanted.ReceivedOn > clock.Today)
        {
            return new DayIsInFuture("ReceivedOn");
        }

        if (wanted.ReceivedOn < wanted.IssuedOn)
        {
            return new DayIsTooEarly("ReceivedOn", wanted.IssuedOn);
        }

        if (wanted.Lines.Count == 0)
        {
            return new InvoiceIsEmpty();
        }

        var others = await db.Set<ProviderInvoice>()
            .AsNoTracking()
            .Where(i => i.ContractId == wanted.Contract)
            .ToListAsync(ct);
        if (others.Find(i => i.Month == wanted.Month && i.State != ProviderInvoice.Returned) is { } live)
        {
            return new MonthHasAnInvoice(live.Number);
        }

        if (others.Exists(i => i.Number == wanted.Number))
        {
            return new InvoiceNumberTaken();
        }

        var invoice = new ProviderInvoice(
            wanted.Contract,
            wanted.Month,
            wanted.Number,
            wanted.IssuedOn,
            wanted.ReceivedOn
        );
        db.Add(invoice);
        db.AddRange(wanted.Lines.Select(l => new InvoiceLine(invoice.Id, l.Number, l.Units, l.Euro)));
        var done = await CommitAsync(invoice, Received, wanted.Lines.Sum(l => l.Euro), ct);
        return done.Done ? invoice.Id : done.Refusal;
    }

    /// <summary>What is owed: each referral's days at most as they were reckoned.</summary>
    public static decimal Owed(IEnumerable<InvoiceDifference> lines) =>
        lines.Sum(l => Math.Min(l.BilledEuro, l.ReckonedEuro));

    public async Task<Outcome<Unit>> AcceptAsync(Guid id, string? note, uint version, CancellationToken ct)
    {
        if (await FindAsync(id, ProviderInvoice.Received, version, ct) is not { } invoice)
        {
            return new NoSuchRecord();
        }

        var lines = await CompareAsync(invoice, ct);
        if (note is null && lines.Any(l => l.Differs))
        {
            return new ReasonIsMissing("Note");
        }

        invoice.Accept(Owed(lines), note, clock.Today, staff.Current.Id!.Value);
        return await CommitAsync(invoice, Accepted, invoice.Owed!.Value, ct);
    }

    public async Task<Outcome<Unit>> ReturnAsync(Guid id, string? note, uint version, CancellationToken ct)
    {
        if (await FindAsync(id, ProviderInvoice.Received, version, ct) is not { } invoice)
        {
            return new NoSuchRecord();
        }

        if (note is null)
        {
            return new ReasonIsMissing("Note");
        }

        invoice.Return(note, clock.Today, staff.Current.Id!.Value);
        return await CommitAsync(invoice, Returned, 0, ct);
    }

    public async Task<Outcome<Unit>> PayAsync(Guid id, DateOnly on, string number, uint version, CancellationToken ct)
    {
        if (await FindAsync(id, ProviderInvoice.Accepted, version, ct) is not { } invoice)
        {
            return new NoSuchRecord();
        }

        if (on > clock.Today)
        {
            return new DayIsInFuture("On");
        }

        if (on < invoice.DecidedOn)
        {
            return new DayIsTooEarly("On", invoice.DecidedOn.Value);
        }

        invoice.Pay(on, number);
        return await CommitAsync(invoice, Paid, invoice.Owed!.Value, ct);
    }

    /// <summary>The invoice beside what is reckoned for its month now.</summary>
    public async Task<IReadOnlyList<InvoiceDifference>> CompareAsync(ProviderInvoice invoice, CancellationToken ct)
    {
        var contract = await db.Set<ProviderContract>().AsNoTracking().SingleAsync(c => c.Id == invoice.ContractId, ct);
        var billed = await db.Set<InvoiceLine>().AsNoTracking().Where(l => l.InvoiceId == invoice.Id).ToListAsync(ct);
        var reckoned = await money.MonthAsync(contract, invoice.Month, clock.Today, ct);
        return InvoiceCheck.Compare(
            billed.Select(l => new ReferralSum(l.Referral, l.Units, l.Euro)),
            reckoned.Select(l => new ReferralSum(l.Number, l.Units, l.Euro))
        );
    }

    private async Task<ProviderInvoice?> FindAsync(Guid id, string state, uint version, CancellationToken ct)
    {
        var invoice = await db.Set<ProviderInvoice>().SingleOrDefaultAsync(i => i.Id == id && i.State == state, ct);
        if (invoice is not null)
        {
            db.Entry(invoice).Property(i => i.Version).OriginalValue = version;
        }

        return invoice;
    }

    private Task<Outcome<Unit>> CommitAsync(
        ProviderInvoice invoice,
        ProcessType type,
        decimal euro,
        CancellationToken ct
    ) =>
        processes.CommitAsync(
            new ProcessStart(type)
            {
                Subject = invoice.Id,
                Values = new Dictionary<string, object?> { ["month"] = MonthWords.Of(invoice.Month), ["euro"] = euro },
            },
            ct
        );
}
