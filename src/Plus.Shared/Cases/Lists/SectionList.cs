using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Sections;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Clients.Records;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Cases.Lists;

/// <summary>A section as lists show it.</summary>
public sealed record SectionRow(
    SectionId Id,
    ClientId Client,
    string Surname,
    string GivenName,
    string CaseNumber,
    string Function,
    string Measure,
    SectionState State,
    DateOnly OpenedOn,
    DateOnly? TermEndsOn,
    DateOnly? ClosedOn,
    string? Outcome,
    string? Article,
    int? ArticleSup,
    string? Office,
    string? Manager
)
{
    public string Name => Surname + " " + GivenName;
}

/// <summary>What a list of sections is narrowed to, all by codes and ids.</summary>
/// <param name="State">open, closed or a state's code; null for all but annulled ones.</param>
/// <param name="Manager">A person's id, <c>me</c> or <c>none</c>.</param>
/// <param name="Office">An office's id or <c>none</c>.</param>
/// <param name="Managers">Any of these people; null for all.</param>
/// <param name="Year">Worked with in this year: opened before its end and not closed before its beginning.</param>
public sealed record SectionFilter(
    string? Function = null,
    string? State = null,
    string? Manager = null,
    string? Office = null,
    int? Year = null,
    IReadOnlyList<StaffId>? Managers = null
);

/// <summary>Sections within a person's reach, filtered and sorted; ties are broken by the id, so pages never overlap.</summary>
public sealed class SectionList(PlusDb db, StaffAccessor staff)
{
    public static IReadOnlyList<string> Sorts { get; } = ["name", "opened", "termEnds", "closed"];

    public Task<int> CountAsync(SectionFilter filter, string permission, CancellationToken ct) =>
        Filtered(filter, permission).CountAsync(ct);

    public Task<List<SectionRow>> ReadAsync(
        SectionFilter filter,
        string permission,
        string sort,
        bool falls,
        int skip,
        int take,
        CancellationToken ct
    ) => Rows(Sorted(Joint(Filtered(filter, permission)), sort, falls).Skip(skip).Take(take)).ToListAsync(ct);

    public IQueryable<Section> Filtered(SectionFilter filter, string permission)
    {
        var sections = db.Set<Section>().AsNoTracking().Within(staff.Current, permission);
        if (filter.Function is { } function)
        {
            sections = sections.Where(s => s.Function == function);
        }

        sections = filter.State switch
        {
            null => sections.Where(s => s.AnnulledOn == null),
            "open" => sections.Where(s => s.ClosedOn == null && s.AnnulledOn == null),
            "closed" => sections.Where(s => s.ClosedOn != null),
            var code when States.TryGetValue(code, out var state) => sections.Where(s => s.State == state),
            _ => sections.Where(_ => false),
        };
        if (filter.Year is { } year)
        {
            var (first, last) = (new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));
            sections = sections.Where(s => s.OpenedOn <= last && (s.ClosedOn == null || s.ClosedOn >= first));
        }

        if (filter.Managers is { } managers)
        {
            sections = sections.Where(s => s.ManagerId != null && managers.Contains(s.ManagerId.Value));
        }

        return ByOffice(ByManager(sections, filter.Manager), filter.Office);
    }

    private static readonly Dictionary<string, SectionState> States = Enum.GetValues<SectionState>()
        .ToDictionary(s => s.Code(), StringComparer.Ordinal);

    private IQueryable<Section> ByManager(IQueryable<Section> sections, string? manager)
    {
        if (manager is "me")
        {
            var me = staff.Current.Id;
            return sections.Where(s => s.ManagerId == me);
        }

        return manager is null ? sections
            : manager is "none" ? sections.Where(s => s.ManagerId == null)
            : StaffId.TryParse(manager, out var id) ? sections.Where(s => s.ManagerId == id)
            : sections.Where(_ => false);
    }

    private static IQueryable<Section> ByOffice(IQueryable<Section> sections, string? office) =>
        office is null ? sections
        : office is "none" ? sections.Where(s => s.OfficeId == null)
        : OfficeId.TryParse(office, out var id) ? sections.Where(s => s.OfficeId == id)
        : sections.Where(_ => false);

    private sealed class Joined
    {
        public required Section Section { get; init; }

        public required Client Client { get; init; }
    }

    private IQueryable<Joined> Joint(IQueryable<Section> sections) =>
        sections.Join(db.Set<Client>(), s => s.ClientId, c => c.Id, (s, c) => new Joined { Section = s, Client = c });

    private IQueryable<SectionRow> Rows(IQueryable<Joined> joined) =>
        joined.Select(j => new SectionRow(
            j.Section.Id,
            j.Section.ClientId,
            j.Client.Surname,
            j.Client.GivenName,
            db.Set<Case>().Where(k => k.Id == j.Section.CaseId).Select(k => k.Number).First(),
            j.Section.Function,
            j.Section.Measure,
            j.Section.State,
            j.Section.OpenedOn,
            j.Section.TermEndsOn,
            j.Section.ClosedOn,
            j.Section.Outcome,
            j.Section.MainArticle,
            j.Section.MainArticleSup,
            db.Set<Office>().Where(o => o.Id == j.Section.OfficeId).Select(o => o.Name).FirstOrDefault(),
            db.Set<Staff>()
                .Where(m => m.Id == j.Section.ManagerId)
                .Select(m => m.GivenName + " " + m.Surname)
                .FirstOrDefault()
        ));

    private static IQueryable<Joined> Sorted(IQueryable<Joined> rows, string sort, bool falls) =>
        (sort, falls) switch
        {
            ("opened", false) => rows.OrderBy(r => r.Section.OpenedOn).ThenBy(r => r.Section.Id),
            ("opened", true) => rows.OrderByDescending(r => r.Section.OpenedOn).ThenBy(r => r.Section.Id),
            ("termEnds", false) => rows.OrderBy(r => r.Section.TermEndsOn == null)
                .ThenBy(r => r.Section.TermEndsOn)
                .ThenBy(r => r.Section.Id),
            ("termEnds", true) => rows.OrderBy(r => r.Section.TermEndsOn == null)
                .ThenByDescending(r => r.Section.TermEndsOn)
                .ThenBy(r => r.Section.Id),
            ("closed", false) => rows.OrderBy(r => r.Section.ClosedOn == null)
                .ThenBy(r => r.Section.ClosedOn)
                .ThenBy(r => r.Section.Id),
            ("closed", true) => rows.OrderBy(r => r.Section.ClosedOn == null)
                .ThenByDescending(r => r.Section.ClosedOn)
                .ThenBy(r => r.Section.Id),
            (_, true) => rows.OrderByDescending(r => r.Client.Surname)
                .ThenByDescending(r => r.Client.GivenName)
                .ThenBy(r => r.Section.Id),
            _ => rows.OrderBy(r => r.Client.Surname).ThenBy(r => r.Client.GivenName).ThenBy(r => r.Section.Id),
        };
}
