using Plus.Law.Identity;
using Plus.Shared.Cases.Contract;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Cases.Sections;

/// <summary>Fills the head of a section's page: title, path, whose data it is.</summary>
public static class SectionHead
{
    public static void Fill(
        PageHead head,
        Texts texts,
        SectionView view,
        FunctionDoors doors,
        DateOnly today,
        string? step = null
    )
    {
        var measure = texts["law.measure." + view.Section.Measure];
        var href = doors.OfCode(view.Section.Function).SectionHref(view.Section.Id);
        head.Title = step is null ? measure : texts["cases.head.titleOfStep", ("step", step), ("measure", measure)];
        head.Crumb(view.CaseNumber, $"/clients/{view.Client.Id}");
        if (step is null)
        {
            head.Crumb(measure);
        }
        else
        {
            head.Crumb(measure, href).Crumb(step);
        }

        head.Identity = new IdentityBar(view.Client.FullName, $"/clients/{view.Client.Id}", view.CaseNumber)
        {
            Age = PersonAge.AgeOrNull(view.Client.BirthDate, today) is { } age
                ? texts["cases.head.age", ("age", age), ("born", view.Client.BirthDate)]
                : null,
            Warnings = [.. Warnings(texts, view, today)],
        };
    }

    private static IEnumerable<IdentityWarning> Warnings(Texts texts, SectionView view, DateOnly today)
    {
        if (view.Client.RiskToStaff is { } risk)
        {
            yield return new IdentityWarning(WarningKind.Danger, risk);
        }

        if (view.Section.SexualOffence)
        {
            yield return new IdentityWarning(WarningKind.Danger, texts["cases.head.sexualOffence"]);
        }

        if (PersonAge.AgeOrNull(view.Client.BirthDate, today) < 18)
        {
            yield return new IdentityWarning(WarningKind.Notice, texts["cases.head.minor"]);
        }

        if (view.Client.NeedsInterpreter)
        {
            yield return new IdentityWarning(WarningKind.Notice, texts["cases.head.interpreter"]);
        }
    }
}
