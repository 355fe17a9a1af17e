using Plus.Law.Obligations;
using Plus.Law.Sections;

namespace Plus.Host.Demo.Plan;

/// <summary>Which obligations the records of supervision have, so that the published shares come out.</summary>
internal static class ObligationPlan
{
    // Coprime to the number of records of the published year, so that every count falls on so many different ones.
    private const int Stride = 7919;
    private const int Apart = 1201;

    private static readonly (string Kind, int Count)[] Published =
    [
        (ObligationKinds.Specialist, 1591),
        (ObligationKinds.Programmes, 1217),
        (ObligationKinds.SubstanceBan, 1170),
        (ObligationKinds.Livelihood, 889),
        (ObligationKinds.Curfew, 468),
        (ObligationKinds.ContactBan, 90),
        ("residence_change_consent", 140),
    ];

    /// <summary>Spreads them over all records of supervision of a year.</summary>
    public static void Give(IReadOnlyList<DemoRecord> all)
    {
        for (var i = 0; i < all.Count; i++)
        {
            for (var k = 0; k < Published.Length; k++)
            {
                var place = (int)((((long)i * Stride) + ((long)k * Apart)) % all.Count);
                if (place < Published[k].Count)
                {
                    all[i].Obligations.Add(Published[k].Kind);
                }
            }
        }
    }

    /// <summary>Obligations of a record of today, by its place among its like.</summary>
    public static void GiveOne(DemoRecord record, int place)
    {
        if (record.RegisteredOn is null)
        {
            return;
        }

        if (record.Measure == MeasureCode.ProbationObservation)
        {
            record.Obligations.Add("child_curfew");
        }
        else if (record.IsSupervision)
        {
            for (var k = place % 7; k < Published.Length; k += 3)
            {
                record.Obligations.Add(Published[k].Kind);
            }
        }
    }
}
