using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Time;
using Plus.Shared.Access.Reaching;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Transfers;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Cases.Lists;

/// <summary>The register of one function.</summary>
[RequiresPermission(CasePermissions.View)]
internal sealed class RegisterOfFunctionPage(
    SectionList list,
    TransferTargets targets,
    FunctionDoors doors,
    ViewLog views,
    RecordAnswers answers,
    PlusClock clock,
    Texts texts
) : SectionListPage(list, targets, doors, views, answers, clock, texts)
{
    private readonly FunctionDoors _doors = doors;

    [BindProperty(SupportsGet = true, Name = "function")]
    public string Code { get; set; } = "";

    protected override ListRules Rules =>
        new("/functions/" + Code, "name")
        {
            Sorts = SectionList.Sorts,
            Filters = ["state", "office", "manager", "year"],
            Typed = ["officer"],
        };

    protected override string? Function => Code;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!_doors.All.Any(d => d.Code == Code))
        {
            return NotFound();
        }

        await ListAsync(ct);
        return Page();
    }
}
