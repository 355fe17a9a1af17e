using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Functions.Supervision.Records;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Sections;
using Plus.Shared.Cases;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Facts;
using Plus.Shared.Cases.Progress;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Rules.Current;
using Plus.Web.Journeys;

namespace Plus.Functions.Supervision.Facts;

/// <summary>The function's own facts of a section: sentence, release, victim, electronic monitoring.</summary>
[RequiresPermission(CasePermissions.Work)]
[KeepsDraft("supervision.facts", Subject = "id")]
internal sealed class SupervisionFactsPage(
    PlusDb db,
    SectionReader reader,
    SectionEditing editing,
    CurrentRules rules,
    FunctionDoors doors,
    ViewLog views,
    SectionHead heading
) : FactsPage<SupervisionSentence>(db, reader, editing, rules, doors, views, heading)
{
    [BindProperty]
    public SupervisionFactsInput Input { get; set; } = new();

    private readonly PlusDb _db = db;
    private ElectronicMonitoring? _monitoring;

    protected override async Task LoadMoreAsync(SectionId id)
    {
        _monitoring = await _db.Set<ElectronicMonitoring>()
            .Where(m => m.SectionId == id)
            .OrderByDescending(m => m.Id)
            .FirstOrDefaultAsync(Ct);
    }

    protected override void Fill(SupervisionSentence facts)
    {
        Input.ImprisonmentMonths = facts.ImprisonmentMonths;
        Input.TestMonths = facts.TestMonths;
        Input.ParoleUntil = facts.ParoleUntil;
        Input.ReleasedOn = facts.ReleasedOn;
        Input.VictimIdentified = Tri(facts.VictimIdentified);
        Input.MonitoringMonths = _monitoring?.Months;
        Input.AttachedOn = _monitoring?.AttachedOn;
        Input.EndedOn = _monitoring?.EndedOn;
        Input.CourtSubmission = _monitoring?.CourtSubmission ?? false;
    }

    protected override void Check()
    {
        if (Input.EndedOn < Input.AttachedOn)
        {
            ModelState.AddModelError("Input.EndedOn", "supervision.facts.endBeforeStart");
        }
    }

    protected override void Apply(SupervisionSentence facts, OpeningSection opening)
    {
        facts.ImprisonmentMonths = Input.ImprisonmentMonths;
        facts.TestMonths = Input.TestMonths;
        facts.ParoleUntil = Input.ParoleUntil;
        facts.ReleasedOn = Input.ReleasedOn;
        facts.VictimIdentified = Tri(Input.VictimIdentified);
        if (facts.Category == MeasureCode.Parole)
        {
            TermProgress.SetUntil(opening, facts.ReleasedOn, facts.ParoleUntil);
        }
        else
        {
            TermProgress.SetMonths(opening, opening.InForceOn, facts.TestMonths ?? 0);
        }
        if (_monitoring is null && Input.MonitoringMonths is { } months)
        {
            _monitoring = new ElectronicMonitoring(facts.SectionId, months);
            _db.Add(_monitoring);
        }

        _monitoring?.Correct(
            Input.MonitoringMonths ?? _monitoring.Months,
            Input.AttachedOn,
            Input.EndedOn,
            Input.CourtSubmission
        );
    }
}

/// <summary>What the form asks.</summary>
internal sealed class SupervisionFactsInput
{
    [Range(1, 600)]
    public int? ImprisonmentMonths { get; set; }

    [Range(1, 600)]
    public int? TestMonths { get; set; }

    public DateOnly? ParoleUntil { get; set; }

    public DateOnly? ReleasedOn { get; set; }

    public string? VictimIdentified { get; set; }

    [Range(1, 12)]
    public int? MonitoringMonths { get; set; }

    public DateOnly? AttachedOn { get; set; }

    public DateOnly? EndedOn { get; set; }

    public bool CourtSubmission { get; set; }
}
