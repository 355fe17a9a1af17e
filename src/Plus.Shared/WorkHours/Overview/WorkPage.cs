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
    PageHead head
) : SectionFormPage
{
    [BindProperty(SupportsGet = true)]
    public string Work { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "section")]
    public Guid SectionGuid { get; set; }

    public SectionView View { get; private set; } = null!;

    public WorkMeasure Measure { get; private set; } = null!;

    public string? Host { get; private set; }

    public DateOnly Today => clock.Today;

    public string Href => Door.SectionHref(Id);

    protected SectionId Id => new(SectionGuid);

    protected WorkDoor Door => doors.Work(Work)!;

    protected override uint StoredVersion => Measure.Version;

    /// <summary>Permission the page is shown under; also the part named in the view log.</summary>
    protected abstract string Part { get; }

    /// <summary>Name of this step in the path; null on the section's own page.</summary>
    protected virtual string? StepKey => null;

    protected override async Task<bool> LoadAsync()
    {
        if (
            await reader.FindAsync(Id, Part, Ct) is not { } view
            || view.Section.Function != Door.Code
            || await Door.ReadMeasureAsync(db, Id, Ct) is not { } measure
        )
        {
            return false;
        }

        await views.ConsultAsync(Part, view.Client.Id, Id, Ct);
        (View, Measure, Host) = (view, measure.Measure, measure.Host);
        SectionHead.Fill(head, T, view, doors, clock.Today, StepKey is null ? null : T[StepKey]);
        return true;
    }
}
