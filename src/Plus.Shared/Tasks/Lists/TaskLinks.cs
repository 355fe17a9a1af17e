using Plus.Kernel.Access;
using Plus.Law.Tasks;
using Plus.Shared.Applications;
using Plus.Shared.Cases.Contract;

namespace Plus.Shared.Tasks.Lists;

/// <summary>
/// Where a task is done: at the record it is about, for who may open that, else on its section's page.
/// </summary>
public static class TaskLinks
{
    public static string HrefOf(TaskRow row, FunctionDoors doors, CurrentStaff staff) =>
        row.Task.Kind switch
        {
            TaskKinds.OutcomeMissing => $"/contacts/{row.Task.Key}",
            TaskKinds.ApplicationDecision
            or TaskKinds.ApplicationReturn
            or TaskKinds.ApplicationChange
            or TaskKinds.TransferProposal when staff.May(ApplicationsModule.View) => $"/applications/{row.Task.Key}",
            _ => doors.OfCode(row.Function).SectionHref(row.Task.SectionId),
        };
}
