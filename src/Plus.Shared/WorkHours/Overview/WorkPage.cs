using Microsoft.AspNetCore.Mvc;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Sections;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Records;
using Plus.Web.Layout;

namespace Plus.Shared.WorkHours.Overview;

/// <summary>What the pages of a section of hours share: the door by the address, the section, the measure, the view log.</summary>
public abstract class WorkPage(
    PlusDb db,
    SectionReader reader,
    FunctionDoors doors,
    ViewLog views,
    PlusClock clock,
    SectionHead heading
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public string Work { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "section")]
    public Guid SectionGuid { get; set; }

    public SectionView View { get; private set; } = null!;

    public WorkMeasure Measure { get; private set; } = null!;

    public string? Host { get; private set; }

    public IReadOnlyList<WorkedDay> Days { get; private set; } = [];

    public DateOnly Today => clock.Today;

    public string Href => Door.SectionHref(Id);

    protected SectionId Id => new(SectionGuid);

    protected WorkDoor Door => doors.Work(Work)!;

    protected override uint StoredVersion => Measure.Version;

    protected override (ClientId? Client, Guid Record) Edited => (View.Client.Id, View.Section.Id.Value);

    /// <summary>Permission the page is shown under; also the part named in the view log.</summary>
    protected abstract string Part { get; }

    /// <summary>Name of this step in the path; null on the section's own page.</summary>
    protected virtual string? StepKey => null;

    protected override async Task<bool> LoadAsync()
    {
        if (
            await reader.FindAsync(Id, Part, Ct) is not { } view
            || view.Section.Function != Door.Code
            || await Door.ReadAsync(db, Id, Ct) is not { } work
        )
        {
            return false;
        }

        await views.ConsultAsync(Part, view.Client.Id, Id, Ct);
        (View, Measure, Host, Days) = (view, work.Measure, work.Host, work.Days);
        await heading.ShowAsync(view, StepKey is null ? null : T[StepKey], Ct);
        return true;
    }
}
