using System.Globalization;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.WorkHours.Records;
using Plus.Testing.Cases;
using Plus.Testing.Pages;

namespace Plus.Functions.Tests.CommunityWork;

/// <summary>Clients at work for a host, as the tests of hosts need them.</summary>
internal static class HostArrangement
{
    public static readonly MeasureTerms Forty = new("communityWork") { Role = "main", Hours = 40 };

    /// <summary>A client sent to a host since 13.04.2026, with two hours planned on the days given.</summary>
    public static async Task<Section> SentAsync(
        this PlusApp app,
        HostEmployerId host,
        StaffId? manager = null,
        params string[] planned
    )
    {
        var section = await app.SectionAsync(Forty, manager);
        await app.ScalarAsync<long>(
            $"WITH u AS (UPDATE cases.section SET registered_on = '2026-04-13', state = 'active' WHERE id = '{section.Id}' RETURNING 1) SELECT count(*) FROM u"
        );
        var placement = new Placement(section.Id, host, null, null, new DateOnly(2026, 4, 13));
        await app.SaveAsync(placement);
        foreach (var day in planned)
        {
            await app.SaveAsync(
                new PlannedDay(
                    section.Id,
                    placement,
                    DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                    540,
                    120
                )
            );
        }

        return section;
    }
}
