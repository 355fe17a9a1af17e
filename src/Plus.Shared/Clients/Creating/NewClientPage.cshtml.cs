using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Access;
using Plus.Kernel.Time;
using Plus.Law.Identity;
using Plus.Shared.Clients.Data;
using Plus.Web.Controls;
using Plus.Web.Journeys;
using Plus.Web.Language;

namespace Plus.Shared.Clients.Creating;

/// <summary>The first step of creating a client by hand: who it is.</summary>
[RequiresPermission(ClientPermissions.Create)]
internal sealed class NewClientPage(Texts texts, PlusClock clock) : JourneyPage<NewClientState>
{
    [BindProperty]
    [Required(ErrorMessage = "clients.data.name.GivenName.missing")]
    [StringLength(200)]
    public string GivenName { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "clients.data.name.Surname.missing")]
    [StringLength(200)]
    public string Surname { get; set; } = "";

    [BindProperty]
    [Required(ErrorMessage = "clients.data.about.BirthDate.missing")]
    public DateOnly? BirthDate { get; set; }

    [BindProperty]
    public string? Sex { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    [Required(ErrorMessage = "clients.new.sourceMissing")]
    [StringLength(200)]
    public string Source { get; set; } = "";

    public IEnumerable<Choice> Sexes => ClientCodes.Choices("sex", ClientCodes.Sex, texts);

    protected override string Journey => "clients.new";

    public void OnGet()
    {
        if (IsUnderWay)
        {
            (GivenName, Surname, BirthDate, Sex, Source) = (
                State.GivenName,
                State.Surname,
                State.BirthDate,
                State.Sex,
                State.Source
            );
            Code = PersonalCode.TryParse(State.Code, out var code) ? code.Format() : null;
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        PersonalCode? code = null;
        if (!string.IsNullOrWhiteSpace(Code) && !PersonalCode.TryParse(Code, out code))
        {
            ModelState.AddModelError(nameof(Code), "clients.data.identifier.Value.malformed");
        }

        if (BirthDate > clock.Today || BirthDate < clock.Today.AddYears(-120))
        {
            ModelState.AddModelError(nameof(BirthDate), "clients.data.about.BirthDate.impossible");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        (State.GivenName, State.Surname) = (NameFolding.Clean(GivenName), NameFolding.Clean(Surname));
        (State.BirthDate, State.Code, State.Source) = (BirthDate, code?.Digits, NameFolding.Clean(Source));
        State.Sex = Sex is "F" or "M" ? Sex : null;
        return await Next("/clients/new/check");
    }
}
