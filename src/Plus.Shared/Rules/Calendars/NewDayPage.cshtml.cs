using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Law.Calendar;
using Plus.Shared.Rules.Effects;
using Plus.Web.Controls;
using Plus.Web.Errors;
using Plus.Web.Journeys;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Rules.Calendars;

/// <summary>Set a day that the calendar does not compute, seeing first what moves.</summary>
[RequiresPermission(RulesModule.Change)]
[KeepsDraft("rules.day")]
internal sealed class NewDayPage(SetDayHandler handler, Texts texts, Flash flash) : PageModel
{
    [BindProperty]
    public DayForm Form { get; set; } = new();

    public EffectOfRules? Effect { get; private set; }

    public IReadOnlyList<Choice> Kinds =>
        [
            .. Enum.GetValues<CalendarDayKind>()
                .Select(k => new Choice(k.ToString(), texts["rules.day.status." + CodeConversion.CodeOf(k)])),
        ];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(string step, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return this.Unfinished();
        }

        var given = new NewDay(Form.Day!.Value, Form.Kind!.Value, Form.Reason);
        if (step != "save")
        {
            var effect = await handler.PreviewAsync(given, ct);
            Effect = effect.Value;
            return effect.Done ? Page() : this.Refused(effect.Refusal, nameof(Form));
        }

        var done = await handler.SetAsync(given, ct);
        if (!done.Done)
        {
            return this.Refused(done.Refusal, nameof(Form));
        }

        flash.Success("rules.day.saved", ("count", done.Value));
        return LocalRedirect(
            "/rules/calendar/" + given.Day.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)
        );
    }
}

internal sealed class DayForm
{
    [Required]
    public DateOnly? Day { get; set; }

    [Required]
    public CalendarDayKind? Kind { get; set; }

    [Required]
    [StringLength(400)]
    public string Reason { get; set; } = "";
}
