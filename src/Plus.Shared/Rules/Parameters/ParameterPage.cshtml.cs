using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.Rules;
using Plus.Shared.Rules.Current;
using Plus.Shared.Rules.Effects;
using Plus.Shared.Rules.Records;
using Plus.Web.Controls;
using Plus.Web.Errors;
using Plus.Web.Journeys;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Rules.Parameters;

/// <summary>One legal parameter: what held when and why, and the way to set it from a day on.</summary>
[RequiresPermission(RulesModule.View)]
[KeepsDraft("rules.parameter", Subject = "code")]
internal sealed class ParameterPage(
    PlusDb db,
    CurrentRules rules,
    SetParameterHandler handler,
    StaffAccessor staff,
    PlusClock clock,
    Texts texts,
    Flash flash
) : PageModel
{
    private static readonly string[] Rounding = ["down", "half_up", "up"];

    private static readonly string[] AgeReference =
    [
        "offence_committed",
        "section_opened",
        "section_opened_or_year_start",
        "year_end",
        "year_start",
    ];

    [BindProperty]
    public ParameterForm Form { get; set; } = new();

    public string Code { get; private set; } = "";

    public string Unit { get; private set; } = "";

    public IReadOnlyList<ParameterLine> History { get; private set; } = [];

    /// <summary>Terms worked out by hand beside what the rules in force give; only where the rule is one of counting terms.</summary>
    public IReadOnlyList<TermCheck> Examples { get; private set; } = [];

    public EffectOfRules? Effect { get; private set; }

    public bool MayChange => staff.Current.May(RulesModule.Change);

    /// <summary>The choices of a parameter that holds a code or yes or no.</summary>
    public IReadOnlyList<Choice> Choices =>
        Unit switch
        {
            "yes_no" => [new("1", texts["rules.yes"]), new("0", texts["rules.no"])],
            "code" => [.. ChoiceCodes.Select(c => new Choice(c, texts["law.choice." + c]))],
            _ => [],
        };

    private string[] ChoiceCodes => Code == ParameterCodes.AgeReference ? AgeReference : Rounding;

    public async Task<IActionResult> OnGetAsync(string code, CancellationToken ct)
    {
        if (!await LoadAsync(code, ct))
        {
            return NotFound();
        }

        var now = (await rules.ReadAsync(ct)).Parameters.History(code)[0];
        Form = new ParameterForm
        {
            Value = now.Value?.ToString("0.######", CultureInfo.InvariantCulture) ?? now.Words,
            From = clock.Today,
            Act = now.Act,
            Article = now.Article,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string code, string step, CancellationToken ct)
    {
        if (!MayChange)
        {
            return Forbid();
        }

        if (!await LoadAsync(code, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Unfinished();
        }

        var given = new NewParameter(
            code,
            Form.Value,
            Form.From!.Value,
            Form.Confirmed,
            Form.Act,
            Form.Article,
            Form.Reason,
            ChoiceCodes
        );
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

        flash.Success("rules.parameter.saved", ("count", done.Value));
        return LocalRedirect("/rules/parameters/" + code);
    }

    private async Task<bool> LoadAsync(string code, CancellationToken ct)
    {
        if (!LegalParameters.Embedded.Codes.Contains(code, StringComparer.Ordinal))
        {
            return false;
        }

        Code = code;
        var held = (await rules.ReadAsync(ct)).Parameters;
        Unit = held.History(code)[0].Unit;
        var overrides = await db.Set<ParameterOverride>()
            .AsNoTracking()
            .Where(p => p.Code == code && p.WithdrawnAt == null)
            .OrderByDescending(p => p.From)
            .ThenByDescending(p => p.Id)
            .ToListAsync(ct);
        Examples = code == ParameterCodes.TermEndDayIncluded ? TermCheck.All(held) : [];
        var inForce = held.Find(code, clock.Today);
        History =
        [
            .. held.History(code)
                .Select(
                    (p, place) =>
                        new ParameterLine(
                            ParameterWords.Value(texts, p),
                            ParameterWords.Dates(texts, p),
                            ParameterWords.Basis(p),
                            p.Standing == Standing.Unverified,
                            place < overrides.Count ? overrides[place].Reason : ParameterWords.Source(texts, p),
                            place < overrides.Count ? null : ParameterWords.SourceLanguage(texts, p),
                            ReferenceEquals(p, inForce),
                            place < overrides.Count && MayChange
                                ? $"/rules/parameters/{code}/withdraw/{overrides[place].Id}"
                                : null
                        )
                ),
        ];
        return true;
    }
}

/// <summary>What is typed to set a parameter.</summary>
internal sealed class ParameterForm
{
    [Required]
    [StringLength(400)]
    public string Value { get; set; } = "";

    [Required]
    public DateOnly? From { get; set; }

    [Required]
    [StringLength(200)]
    public string Act { get; set; } = "";

    [Required]
    [StringLength(100)]
    public string Article { get; set; } = "";

    public bool Confirmed { get; set; }

    [Required]
    [StringLength(2000)]
    public string Reason { get; set; } = "";
}

/// <summary>One entry of a parameter's history, in words.</summary>
internal sealed record ParameterLine(
    string Value,
    string Dates,
    string Basis,
    bool Unverified,
    string Source,
    string? SourceLanguage,
    bool InForce,
    string? WithdrawHref
);
