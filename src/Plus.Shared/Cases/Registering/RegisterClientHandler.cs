using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Law.Sections;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;

namespace Plus.Shared.Cases.Registering;

/// <summary>The client came and registered: from here the measure is carried out, or waits for its placement.</summary>
internal sealed class RegisterClientHandler(PlusDb db, SectionEditing editing, FunctionDoors doors, PlusClock clock)
{
    public async Task<Outcome<Section>> HandleAsync(SectionId id, DateOnly day, uint version, CancellationToken ct)
    {
        var section = await editing.FindAsync(id, CasePermissions.Work, version, ct);
        if (section is null)
        {
            return new NoSuchRecord();
        }

        if (SectionLifeCycle.May(section.State, SectionState.Registered) is Verdict.Refused refused)
        {
            return new LawRefuses(refused);
        }

        if (day > clock.Today)
        {
            return new DayIsInFuture("Day");
        }

        var basis = await db.Set<Basis>().AsNoTracking().SingleAsync(b => b.Id == section.BasisId, ct);
        if (day < basis.IssuedOn)
        {
            return new DayIsTooEarly("Day", basis.IssuedOn);
        }

        section.Register(day);
        if (doors.OfCode(section.Function).ActiveOnRegistration)
        {
            section.Enter(SectionState.Active);
        }

        var done = await editing.CommitAsync(
            section,
            new ProcessStart(CaseProcesses.Registered)
            {
                OnDay = day,
                Values = new Dictionary<string, object?> { ["measure"] = section.Measure, ["day"] = day },
            },
            ct
        );
        return done.Done ? section : done.Refusal;
    }
}
