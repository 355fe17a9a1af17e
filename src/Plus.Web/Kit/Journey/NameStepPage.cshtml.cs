using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Web.Journeys;

namespace Plus.Web.Kit.Journey;

/// <summary>The first step of the sample journey.</summary>
[RequiresPermission(PermissionPolicies.Everyone)]
internal sealed class NameStepPage : JourneyPage<SampleAnswers>
{
    [BindProperty]
    [Required]
    public string? Name { get; set; }

    protected override string Journey => "kit.sample";

    public void OnGet() => Name = State.Name;

    public async Task<IActionResult> OnPost(bool toCheck)
    {
        if (!ModelState.IsValid)
        {
            return Page();
        }

        State.Name = Name;
        return await Next(toCheck ? "/kit/journey/check" : "/kit/journey/kind");
    }
}
