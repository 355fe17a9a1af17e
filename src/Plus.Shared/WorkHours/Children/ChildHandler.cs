using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Identity;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Clients.Records;
using Plus.Shared.WorkHours.Contract;
using Plus.Shared.WorkHours.Records;

namespace Plus.Shared.WorkHours.Children;

/// <summary>A representative was present or told.</summary>
internal sealed record TypedNotice(Guid Representative, string About, string How, DateOnly OnDay, string? Note);

/// <summary>Records that a child's representative was present or told, and what was chosen when the child turned adult.</summary>
internal sealed class ChildHandler(PlusDb db, SectionEditing editing, StaffAccessor staff, PlusClock clock)
{
    public async Task<Outcome<Unit>> NoticeAsync(SectionId id, TypedNotice typed, CancellationToken ct)
    {
        var section = await editing.FindAsync(id, WorkHoursModule.Enter, null, ct);
        if (
            section is null
            || !await db.Set<RelatedPerson>()
                .AnyAsync(
                    p => p.Id == typed.Representative && p.ClientId == section.ClientId && p.IsLegalRepresentative,
                    ct
                )
        )
        {
            return new NoSuchRecord();
        }

        if (typed.OnDay > clock.Today)
        {
            return new DayIsInFuture("OnDay");
        }

        if (typed.OnDay < section.OpenedOn)
        {
            return new DayIsTooEarly("OnDay", section.OpenedOn);
        }

        db.Add(
            new RepresentativeNotice(
                id,
                typed.Representative,
                typed.About,
                typed.How,
                typed.OnDay,
                typed.Note?.Trim(),
                staff.Current.Id
            )
        );
        return await editing.CommitAsync(
            section,
            new ProcessStart(WorkHoursModule.RepresentativeTold)
            {
                OnDay = typed.OnDay,
                Values = new Dictionary<string, object?> { ["about"] = typed.About, ["how"] = typed.How },
            },
            ct
        );
    }

    public async Task<Outcome<Unit>> ChooseAsync(SectionId id, string choice, string reason, CancellationToken ct)
    {
        var section = await editing.FindAsync(id, WorkHoursModule.Enter, null, ct);
        if (section is null)
        {
            return new NoSuchRecord();
        }

        if (!section.IsOpen)
        {
            return new SectionIsClosed();
        }

        var born = await db.Set<Client>().Where(c => c.Id == section.ClientId).Select(c => c.BirthDate).SingleAsync(ct);
        if (PersonAge.AgeOrNull(born, clock.Today) is not >= 18)
        {
            return new ClientIsStillAChild();
        }

        if (await db.Set<AdultChoice>().AnyAsync(c => c.SectionId == id, ct))
        {
            return new ChosenAlready();
        }

        db.Add(new AdultChoice(id, choice, reason.Trim(), clock.Today, staff.Current.Id));
        return await editing.CommitAsync(
            section,
            new ProcessStart(WorkHoursModule.AdultChosen)
            {
                Reason = reason.Trim(),
                Values = new Dictionary<string, object?> { ["choice"] = choice },
            },
            ct
        );
    }
}

/// <summary>There is nothing to choose before the 18th birthday.</summary>
internal sealed record ClientIsStillAChild() : Refusal("workHours.refusal.stillAChild");

/// <summary>The choice is made once.</summary>
internal sealed record ChosenAlready() : Refusal("workHours.refusal.chosenAlready");
