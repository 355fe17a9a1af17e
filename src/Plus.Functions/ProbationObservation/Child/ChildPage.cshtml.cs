using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Shared.Cases;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Support;
using Plus.Web.Display;

namespace Plus.Functions.ProbationObservation.Child;

/// <summary>The child under observation: the representative's duties, school, reports to the court, plan and services.</summary>
[RequiresPermission(CasePermissions.View)]
internal sealed class ChildPage(
    SectionReader reader,
    ChildReader children,
    ViewLog views,
    SectionHead heading,
    StaffAccessor staff
) : ChildFormPage(reader, children, views, heading)
{
    public bool MayWork => View.Section.IsOpen && staff.Current.May(CasePermissions.Work);

    public bool MaySeeSupport => staff.Current.May(SupportModule.View);

    public bool MaySeeDocuments => staff.Current.May("documents.view");

    /// <summary>What is known of school now.</summary>
    public IReadOnlyList<SummaryLine> School
    {
        get
        {
            if (Child.School is not { } school)
            {
                return [];
            }

            List<SummaryLine?> lines =
            [
                new(T["probationObservation.school.name"], school.Name),
                school.Form is { } form ? new(T["probationObservation.school.form"], form) : null,
                new(
                    T["probationObservation.school.attends"],
                    T["probationObservation.school.attends." + school.Attendance]
                ),
                school.Contact is { } contact ? new(T["probationObservation.school.contact"], contact) : null,
                school.Note is { } note ? new(T["probationObservation.school.note"], note) : null,
                new(T["probationObservation.school.asOf"], T.Write(school.AsOf)),
            ];
            return [.. lines.OfType<SummaryLine>()];
        }
    }

    protected override string StepKey => "probationObservation.child.title";

    protected override string Part => CasePermissions.View;

    protected override bool Fits => true;
}
