using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Web.Display;
using Plus.Web.Journeys;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Web.Kit.Journey;

/// <summary>The last step of the sample journey: the answers, each with its way back, and the work itself.</summary>
[RequiresPermission(PermissionPolicies.Everyone)]
internal sealed class CheckStepPage(Texts texts, Flash flash) : JourneyPage<SampleAnswers>
{
    public IReadOnlyList<SummaryLine> Lines =>
        [
            new(texts["web.kit.field.name"], State.Name) { ChangeHref = "/kit/journey?toCheck=true" },
            new(texts["web.kit.field.kind"], State.Kind is null ? null : texts["web.kit.choice." + State.Kind])
            {
                ChangeHref = "/kit/journey/kind",
            },
            new(texts["web.kit.field.day"], State.Day) { ChangeHref = "/kit/journey/kind" },
        ];

    protected override string Journey => "kit.sample";

    public IActionResult OnGet() => IsUnderWay ? Page() : LocalRedirect("/kit/journey");

    public async Task<IActionResult> OnPost()
    {
        if (State is not { Name: not null, Kind: not null, Day: not null })
        {
            return LocalRedirect("/kit/journey");
        }

        flash.Success("web.kit.journey.done", ("day", State.Day));
        return await Finish("/kit");
    }
}
