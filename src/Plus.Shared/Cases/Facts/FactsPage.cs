using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Clients.Records;
using Plus.Shared.Rules.Current;
using Plus.Web.Controls;
using LawSuspension = Plus.Law.Terms.Suspension;
using Suspension = Plus.Shared.Cases.Records.Suspension;

namespace Plus.Shared.Cases.Facts;

/// <summary>
/// The form for a function's own facts. The function's page names the fields; finding, versions, the term, tasks and
/// the process are here.
/// </summary>
/// <typeparam name="TFacts">The function's record, keyed by the section.</typeparam>
public abstract class FactsPage<TFacts>(
    PlusDb db,
    SectionReader reader,
    SectionEditing editing,
    CurrentRules rules,
    FunctionDoors doors,
    ViewLog views,
    SectionHead heading
) : SectionFormPage
    where TFacts : class
{
    private TFacts _facts = null!;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    [System.ComponentModel.DataAnnotations.StringLength(2000)]
    public string? Reason { get; set; }

    public SectionView View { get; private set; } = null!;

    public uint FactsVersion => db.Entry(_facts).Property<uint>("Version").CurrentValue;

    public IReadOnlyList<Choice> YesNoUnknown =>
        [new("yes", T["cases.yes"]), new("no", T["cases.no"]), new("", T["cases.facts.unknown"])];

    protected override uint StoredVersion => FactsVersion;

    protected override (ClientId? Client, Guid Record) Edited => (View.Client.Id, View.Section.Id.Value);

    /// <summary>From the record to the form.</summary>
    protected abstract void Fill(TFacts facts);

    protected override void ShowSaved() => Fill(_facts);

    /// <summary>Adds what is wrong with the form to the model state.</summary>
    protected abstract void Check();

    /// <summary>From the form to the record; sets the term where the facts decide it.</summary>
    protected abstract void Apply(TFacts facts, OpeningSection opening);

    /// <summary>Further records of the function.</summary>
    protected virtual Task LoadMoreAsync(SectionId id) => Task.CompletedTask;

    public IReadOnlyList<Choice> Choices(IReadOnlyList<string> codes, string key) =>
        [.. codes.Select(c => new Choice(c, T[key + c]))];

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
        {
            return NotFound();
        }

        Fill(_facts);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Check();
        if (!ModelState.IsValid)
        {
            return await ShowAsync();
        }

        var section = await editing.FindAsync(new SectionId(Id), CasePermissions.Work, null, Ct);
        if (section is null || !await LoadAsync() || !section.IsOpen)
        {
            return NotFound();
        }

        db.Entry(_facts).Property<uint>("Version").OriginalValue = Version;
        Apply(_facts, await OpeningAsync(section));
        var start = new ProcessStart(CaseProcesses.FactsChanged)
        {
            Reason = string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim(),
            Values = new Dictionary<string, object?> { ["function"] = section.Function },
        };
        var done = await editing.CommitAsync(section, start, Ct);
        if (!done.Done)
        {
            return await RefusedAsync(done.Refusal);
        }

        Flash.Success("cases.facts.done");
        return LocalRedirect(doors.OfCode(section.Function).SectionHref(section.Id));
    }

    protected void Required(string field, object? value)
    {
        if (value is null && ModelState[field] is not { Errors.Count: > 0 })
        {
            ModelState.AddModelError(field, "web.error.required");
        }
    }

    protected void Known(string field, string? code, IReadOnlyList<string> codes, bool required)
    {
        if (string.IsNullOrEmpty(code) ? required : !codes.Contains(code))
        {
            ModelState.AddModelError(field, "cases.facts.chooseOne");
        }
    }

    protected static string Tri(bool? value) =>
        value is null ? ""
        : value.Value ? "yes"
        : "no";

    protected static bool? Tri(string? code) =>
        code switch
        {
            "yes" => true,
            "no" => false,
            _ => null,
        };

    protected override async Task<bool> LoadAsync()
    {
        var id = new SectionId(Id);
        var facts = await db.Set<TFacts>().SingleOrDefaultAsync(f => EF.Property<SectionId>(f, "SectionId") == id, Ct);
        if (facts is null || await reader.FindAsync(id, CasePermissions.Work, Ct) is not { } view)
        {
            return false;
        }

        await views.ConsultAsync(CasePermissions.Work, view.Client.Id, id, Ct);
        (_facts, View) = (facts, view);
        await LoadMoreAsync(id);
        await heading.ShowAsync(view, T["cases.facts.title"], Ct);
        return true;
    }

    private async Task<OpeningSection> OpeningAsync(Section section)
    {
        var basis = await db.Set<Basis>().AsNoTracking().SingleAsync(b => b.Id == section.BasisId, Ct);
        var born = await db.Set<Client>().Where(c => c.Id == section.ClientId).Select(c => c.BirthDate).SingleAsync(Ct);
        var suspensions = await db.Set<Suspension>()
            .AsNoTracking()
            .Where(s => s.SectionId == section.Id)
            .ToListAsync(Ct);
        return new OpeningSection(
            section,
            new MeasureTerms(section.Measure),
            basis.InForceOn,
            basis.IssuedOn,
            born,
            (await rules.ReadAsync(Ct)).Parameters
        )
        {
            Suspensions = [.. suspensions.Where(s => s.To is not null).Select(s => new LawSuspension(s.From, s.To))],
            Changes =
            [
                .. (
                    await db.Set<TermChangeRow>()
                        .Where(c => c.SectionId == section.Id && c.WithdrawnOn == null)
                        .ToListAsync(Ct)
                ).Select(c => c.ToLaw()),
            ],
        };
    }
}
