using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.Support.Records;

namespace Plus.Shared.Support.Counts;

/// <summary>Consultations of one kind out of one source: clients and sessions are two numbers.</summary>
/// <param name="Funding">Code of the source; <see cref="ConsultationCounts.All"/> for all of them.</param>
/// <param name="ClientsSoFar">Clients of this year and of each year before added up, as the reports of projects do.</param>
internal sealed record CountLine(
    string Kind,
    string Funding,
    int Clients,
    int Sessions,
    int Missed,
    int ClientsSoFar,
    int SessionsSoFar
);

/// <summary>Counts sessions held in the whole Service; nobody is named.</summary>
internal sealed class ConsultationCounts(PlusDb db, StaffAccessor staff)
{
    public const string All = "all";

    public async Task<IReadOnlyList<CountLine>> ReadAsync(int year, CancellationToken ct)
    {
        var end = new DateOnly(year, 12, 31);
        List<Counted> counted;
        using (staff.AsSystem("counting consultations"))
        {
            counted = await db.Set<ConsultationSession>()
                .AsNoTracking()
                .Where(s => s.HeldOn <= end)
                .Join(
                    db.Set<Section>(),
                    s => s.SectionId,
                    x => x.Id,
                    (s, x) =>
                        new
                        {
                            s.Kind,
                            s.Funding,
                            s.HeldOn.Year,
                            s.Attended,
                            x.ClientId,
                        }
                )
                .GroupBy(s => s)
                .Select(g => new Counted(
                    g.Key.Kind,
                    g.Key.Funding,
                    g.Key.Year,
                    g.Key.Attended,
                    g.Key.ClientId,
                    g.Count()
                ))
                .ToListAsync(ct);
        }

        return [.. SupportKinds.Consultations.SelectMany(kind => Lines(kind, year, counted))];
    }

    /// <summary>Years in which a session was held, and this one; the latest first.</summary>
    public async Task<IReadOnlyList<int>> YearsAsync(int today, CancellationToken ct)
    {
        using (staff.AsSystem("counting consultations"))
        {
            var years = await db.Set<ConsultationSession>().Select(s => s.HeldOn.Year).Distinct().ToListAsync(ct);
            return [.. years.Append(today).Distinct().OrderDescending()];
        }
    }

    private static IEnumerable<CountLine> Lines(string kind, int year, List<Counted> counted)
    {
        var own = counted.FindAll(c => c.Kind == kind);
        var sources = SupportKinds.Fundings.Where(f => own.Exists(c => c.Funding == f)).ToList();
        foreach (var funding in sources)
        {
            yield return Line(kind, funding, year, own.FindAll(c => c.Funding == funding));
        }

        if (sources.Count != 1)
        {
            yield return Line(kind, All, year, own);
        }
    }

    private static CountLine Line(string kind, string funding, int year, List<Counted> own)
    {
        var now = own.FindAll(c => c.Year == year);
        return new CountLine(
            kind,
            funding,
            Clients(now),
            now.Where(c => c.Attended).Sum(c => c.Sessions),
            now.Where(c => !c.Attended).Sum(c => c.Sessions),
            own.GroupBy(c => c.Year).Sum(Clients),
            own.Where(c => c.Attended).Sum(c => c.Sessions)
        );
    }

    private static int Clients(IEnumerable<Counted> counted) =>
        counted.Where(c => c.Attended).Select(c => c.Client).Distinct().Count();

    private sealed record Counted(string Kind, string Funding, int Year, bool Attended, ClientId Client, int Sessions);
}
