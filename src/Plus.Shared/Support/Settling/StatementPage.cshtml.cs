using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Web.Layout;
using Plus.Web.Lists;

namespace Plus.Shared.Support.Settling;

/// <summary>A month's statement: each referral's days or sessions and what the Service pays, without names.</summary>
[RequiresPermission(SupportModule.Settle)]
internal sealed class StatementPage(PlusDb db, ContractMoney money, PlusClock clock, PageHead head)
    : StatementFormPage(db, money, clock, head)
{
    protected override string? Step => T["support.statement"];

    public Table<StatementLine> Table =>
        new(
            "support.statement",
            [
                new("number", "support.number", l => l.Number) { NamesRow = true },
                new("from", "support.statement.from", l => l.First),
                new("to", "support.statement.to", l => l.Last),
                new("units", Contract.IsStay ? "support.days" : "support.sessions", l => l.Units) { Numeric = true },
                new("price", "support.statement.price", l => l.Price) { Numeric = true, Format = "money" },
                new("others", "support.statement.others", l => l.Price - l.Euro) { Numeric = true, Format = "money" },
                new("euro", "support.servicePays", l => l.Euro) { Numeric = true, Format = "money" },
                new("note", "support.statement.note", l => l.Expelled ? T["support.leave.expelled"] : null),
            ]
        )
        {
            CaptionHidden = true,
        };

    public async Task<IActionResult> OnGetExportAsync(string? format) =>
        await LoadAsync()
            ? new TableExport<StatementLine>(format, $"atskaite-{Month}", Table, Lines.ToAsyncEnumerable(), T)
            : NotFound();
}
