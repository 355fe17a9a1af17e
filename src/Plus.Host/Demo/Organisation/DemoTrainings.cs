using Plus.Host.Demo.People;
using Plus.Host.Demo.Storage;
using Plus.Kernel.Ids;
using Plus.Law.Assignment;
using Plus.Shared.Access.Records;

namespace Plus.Host.Demo.Organisation;

/// <summary>Who of the Service was trained for children, youth and clients of sexual offences; some trainings have lapsed.</summary>
internal sealed class DemoTrainings(CopyStore store, DateOnly today)
{
    public void Write(IReadOnlyList<DemoOffice> offices)
    {
        foreach (
            var office in offices.Concat(offices.Select(o => o.ForChildren).OfType<DemoOffice>()).DistinctBy(o => o.Id)
        )
        {
            var forChildren = offices.Any(o => o.ForChildren?.Id == office.Id);
            for (var i = 0; i < office.Managers.Count; i++)
            {
                var person = office.Managers[i];
                // Those of the children's own offices are trained; elsewhere every third.
                if (forChildren || i % 3 == 0)
                {
                    Add(person, StaffTrainings.ChildRights, 60 + (i * 23), 8);
                    Add(person, StaffTrainings.Cans, 40 + (i * 37), 24);
                }

                if (i % 4 == 0)
                {
                    Add(person, StaffTrainings.SexualOffence, 300 + (i * 11), 40);
                }
            }
        }
    }

    private void Add(StaffId person, string kind, int daysAgo, int hours) =>
        store.Add(new StaffTraining(person, kind, today.AddDays(-daysAgo), hours, null, null));
}
