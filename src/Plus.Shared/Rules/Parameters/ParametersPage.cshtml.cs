using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Plus.Kernel.Access;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.Rules;
using Plus.Shared.Rules.Current;
using Plus.Web.Language;

namespace Plus.Shared.Rules.Parameters;

/// <summary>Every legal parameter in force today, with its act, article and standing.</summary>
[RequiresPermission(RulesModule.View)]
internal sealed class ParametersPage(CurrentRules rules, PlusClock clock, Texts texts) : PageModel
{
    private LegalParameters _held = LegalParameters.Embedded;

    /// <summary><c>unverified</c>, or everything.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Show { get; set; }

    public bool OnlyUnverified => Show == "unverified";

    public DateOnly Today => clock.Today;

    public int All { get; private set; }

    public int Unverified { get; private set; }

    public IReadOnlyList<LegalParameter> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        _held = (await rules.ReadAsync(ct)).Parameters;
        var all = _held.Codes.Select(InForce).ToList();
        All = all.Count;
        Unverified = all.Count(p => p.Standing == Standing.Unverified);
        Lines = OnlyUnverified ? all.FindAll(p => p.Standing == Standing.Unverified) : all;
    }

    public string Value(LegalParameter parameter) => ParameterWords.Value(texts, parameter);

    public string Dates(LegalParameter parameter) => ParameterWords.Dates(texts, parameter);

    public string Basis(LegalParameter parameter) => ParameterWords.Basis(parameter);

    public bool IsOverridden(string code) => _held.History(code).Count > LegalParameters.Embedded.History(code).Count;

    // A parameter that begins later, or has ended, is shown with its nearest entry rather than left out.
    private LegalParameter InForce(string code) => _held.Find(code, Today) ?? _held.History(code)[0];
}
