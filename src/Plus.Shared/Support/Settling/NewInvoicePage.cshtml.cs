using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Rehabilitation;
using Plus.Web.Journeys;
using Plus.Web.Layout;

namespace Plus.Shared.Support.Settling;

/// <summary>An invoice as it came: what it asks for each referral. What was reckoned is shown only beside it, afterwards.</summary>
[RequiresPermission(SupportModule.Settle)]
[KeepsDraft("support.invoice", Subject = "id")]
internal sealed class NewInvoicePage(
    PlusDb db,
    ContractMoney money,
    InvoiceHandler handler,
    PlusClock clock,
    PageHead head
) : StatementFormPage(db, money, clock, head)
{
    private const int Others = 2;

    [BindProperty]
    public InvoiceInput Input { get; set; } = new();

    protected override string? Step => T["support.invoice.add"];

    public bool IsKnown(string? referral) => Lines.Any(l => l.Number == referral);

    public override async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Input.ReceivedOn ??= Today;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        var lines = Read();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        var done = await handler.ReceiveAsync(
            new NewInvoice(Id, First, Input.Number!.Trim(), Input.IssuedOn!.Value, Input.ReceivedOn!.Value, lines),
            Ct
        );
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("support.invoice.added");
        return LocalRedirect($"/support/invoices/{done.Value}");
    }

    protected override async Task<bool> LoadAsync()
    {
        if (!await base.LoadAsync() || !IsOver || Invoice is not null)
        {
            return false;
        }

        // Rows typed before stay as they were; the first time there is one for each referral and some for others.
        if (Input.Lines.Count == 0)
        {
            Input.Lines.AddRange(Lines.Select(l => new InvoiceLineInput { Referral = l.Number }));
            Input.Lines.AddRange(Enumerable.Range(0, Others).Select(_ => new InvoiceLineInput()));
        }

        return true;
    }

    private List<ReferralSum> Read()
    {
        var sums = new List<ReferralSum>();
        for (var i = 0; i < Input.Lines.Count; i++)
        {
            var line = Input.Lines[i];
            if (line.Units is null && line.Euro is null)
            {
                continue;
            }

            var field = string.Create(CultureInfo.InvariantCulture, $"Input.Lines[{i}].");
            if (string.IsNullOrWhiteSpace(line.Referral))
            {
                ModelState.AddModelError(field + "Referral", "support.invoice.referralMissing");
            }
            else if (line.Units is not { } units)
            {
                ModelState.AddModelError(field + "Units", "support.invoice.unitsMissing");
            }
            else if (line.Euro is not { } euro)
            {
                ModelState.AddModelError(field + "Euro", "support.amountMissing");
            }
            else
            {
                sums.Add(new ReferralSum(line.Referral.Trim().ToUpperInvariant(), units, euro));
            }
        }

        return sums;
    }
}

/// <summary>What the form asks.</summary>
internal sealed class InvoiceInput
{
    [Required(ErrorMessage = "support.invoice.numberMissing")]
    [StringLength(60)]
    public string? Number { get; set; }

    [Required(ErrorMessage = "support.dayMissing")]
    public DateOnly? IssuedOn { get; set; }

    [Required(ErrorMessage = "support.dayMissing")]
    public DateOnly? ReceivedOn { get; set; }

    public List<InvoiceLineInput> Lines { get; set; } = [];
}

/// <summary>What is asked for one referral.</summary>
internal sealed class InvoiceLineInput
{
    [StringLength(20)]
    public string? Referral { get; set; }

    [Range(0, 1_000)]
    public int? Units { get; set; }

    [Range(0, 1_000_000)]
    [Cents]
    public decimal? Euro { get; set; }
}
