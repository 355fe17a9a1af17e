using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Language;

namespace Plus.Web.Kit.Journey;

/// <summary>The second step of the sample journey.</summary>
[RequiresPermission(PermissionPolicies.Everyone)]
internal sealed class KindStepPage(Texts texts) : JourneyPage<SampleAnswers>
{
    [BindProperty]
    [Required]
    public string? Kind { get; set; }

    [BindProperty]
    [Required]
    public DateOnly? Day { get; set; }

    public IReadOnlyList<Choice> Kinds =>
        [new("office", texts["web.kit.choice.office"]), new("phone", texts["web.kit.choice.phone"])];

    protected override string Journey => "kit.sample";

    public IActionResult OnGet()
    {
        if (!IsUnderWay)
        {
            return LocalRedirect("/kit/journey");
        }

        (Kind, Day) = (State.Kind, State.Day);
        return Page();
    }

    public async Task<IActionResult> OnPost()
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        (State.Kind, State.Day) = (Kind, Day);
        return await Next("/kit/journey/check");
    }
}
