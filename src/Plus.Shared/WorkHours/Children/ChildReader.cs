using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law;
using Plus.Law.Identity;
using Plus.Law.Rules;
using Plus.Law.Sections;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Clients.Records;
using Plus.Shared.WorkHours.Records;

namespace Plus.Shared.WorkHours.Children;

/// <summary>An age on a day that matters.</summary>
/// <param name="Key">Code of the text <c>workHours.child.age.&lt;code&gt;</c>.</param>
internal sealed record AgeLine(string Key, DateOnly Day, int? Years);

/// <summary>A notice with the name of the representative.</summary>
internal sealed record NoticeLine(RepresentativeNotice Notice, string Name);

/// <summary>Reads what the law asks of a child's work: ages, representatives, what they were told.</summary>
internal sealed class ChildReader(PlusDb db)
{
    /// <summary>Whether the section is a child's: the measure is for children, or the client was one at the deed or is now.</summary>
    public static bool Concerns(SectionView view, IReadOnlyList<BasisOffence> offences, DateOnly today) =>
        view.Section.Measure == MeasureCode.EducationalCommunityWork
        || Ages(view, offences, today).Any(a => a.Years < 18);

    /// <summary>Ages at each deed, at the decision and today.</summary>
    public static IReadOnlyList<AgeLine> Ages(SectionView view, IReadOnlyList<BasisOffence> offences, DateOnly today)
    {
        var born = view.Client.BirthDate;
        AgeLine Line(string key, DateOnly day) => new(key, day, PersonAge.AgeOrNull(born, day));
        return
        [
            .. offences.Where(o => o.CommittedOn is not null).Select(o => Line("deed", o.CommittedOn!.Value)),
            Line("decision", view.Basis.IssuedOn),
            Line("today", today),
        ];
    }

    /// <summary>What the law says of the age at the deed (11 to 18 for a measure of educational character).</summary>
    public static Verdict AgeVerdict(SectionView view, IReadOnlyList<AgeLine> ages, LegalParameters parameters)
    {
        if (
            view.Section.Measure != MeasureCode.EducationalCommunityWork
            || ages.FirstOrDefault(a => a.Key == "deed") is not { Years: { } years, Day: var day }
        )
        {
            return Verdict.Allow();
        }

        var least = parameters.Get(ParameterCodes.EducationalMeasureMinAge, day);
        var most = parameters.Get(ParameterCodes.EducationalMeasureMaxAge, day);
        return years >= least.WholeNumber && years <= most.WholeNumber
            ? Verdict.Allow()
            : Verdict.Refuse(
                ReasonCodes.AgeOutsideRange,
                least.LegalSource,
                ("age", years),
                ("minimum", least.WholeNumber),
                ("maximum", most.WholeNumber)
            );
    }

    public Task<List<RelatedPerson>> RepresentativesAsync(ClientId client, DateOnly today, CancellationToken ct) =>
        db.Set<RelatedPerson>()
            .AsNoTracking()
            .Where(p => p.ClientId == client && p.IsLegalRepresentative && (p.To == null || p.To >= today))
            .OrderBy(p => p.Id)
            .ToListAsync(ct);

    public Task<List<NoticeLine>> NoticesAsync(SectionId section, CancellationToken ct) =>
        (
            from n in db.Set<RepresentativeNotice>().AsNoTracking()
            join p in db.Set<RelatedPerson>() on n.RepresentativeId equals p.Id
            where n.SectionId == section
            orderby n.OnDay descending, n.Id descending
            select new NoticeLine(n, p.GivenName + " " + p.Surname)
        ).ToListAsync(ct);

    public Task<AdultChoice?> ChoiceAsync(SectionId section, CancellationToken ct) =>
        db.Set<AdultChoice>().AsNoTracking().SingleOrDefaultAsync(c => c.SectionId == section, ct);
}
