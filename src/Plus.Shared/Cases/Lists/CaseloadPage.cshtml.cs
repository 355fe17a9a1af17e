using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Time;
using Plus.Shared.Access.Reaching;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Transfers;
using Plus.Web.Language;
using Plus.Web.Lists;

namespace Plus.Shared.Cases.Lists;

/// <summary>The case load: sections of every function within reach.</summary>
[RequiresPermission(CasePermissions.View)]
internal sealed class CaseloadPage(
    SectionList list,
    TransferTargets targets,
    FunctionDoors doors,
    ViewLog views,
    RecordAnswers answers,
    PlusClock clock,
    Texts texts
) : SectionListPage(list, targets, doors, views, answers, clock, texts)
{
    protected override ListRules Rules { get; } =
        new("/sections", "name")
        {
            Sorts = SectionList.Sorts,
            Filters = ["function", "state", "office", "manager", "year"],
            Typed = ["officer"],
        };

    protected override string? Function => null;

    public Task OnGetAsync(CancellationToken ct) => ListAsync(ct);
}
