using Plus.Shared.Cases.Contract;
using Plus.Shared.Clients.Head;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Cases.Sections;

/// <summary>Fills the head of a section's page: title, path, whose data it is.</summary>
public sealed class SectionHead(ClientHead client, FunctionDoors doors, PageHead head, Texts texts)
{
    /// <param name="step">Name of the step in words; null on the section's own page.</param>
    public async Task<ClientFacts?> ShowAsync(SectionView view, string? step, CancellationToken ct)
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

        return await client.ShowReachedAsync(view.Client.Id, ct);
    }
}
