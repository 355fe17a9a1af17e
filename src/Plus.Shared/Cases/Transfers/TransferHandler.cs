using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Assignment;
using Plus.Shared.Access.Trainings;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Rules.Current;
using Plus.Shared.Tasks.Sync;

namespace Plus.Shared.Cases.Transfers;

/// <summary>To whom sections go, from when and why, and what becomes of their planned contacts.</summary>
/// <param name="Office">The office that carries them out from then on.</param>
/// <param name="Manager">Null: the office's head assigns later.</param>
/// <param name="Reason">One of <see cref="Reasons"/>.</param>
/// <param name="Cancelled">Planned contacts to cancel; every other one goes to the new manager.</param>
public sealed record Transfer(
    IReadOnlyCollection<SectionId> Sections,
    OfficeId Office,
    StaffId? Manager,
    string Reason,
    string? Note,
    IReadOnlyCollection<ContactId> Cancelled
)
{
    public static IReadOnlyList<string> Reasons { get; } =
    [
        "load",
        "specialisation",
        "earlierManager",
        "absence",
        "managerLeft",
        "officeClosed",
        "residence",
        "request",
        "correction",
    ];
}

/// <summary>A section of the choice was closed, moved or taken out of reach since it was shown.</summary>
public sealed record SectionsChangedMeanwhile() : Refusal("cases.transfer.sectionsChanged", RefusalKind.Invalid);

/// <summary>The office does not work on that day.</summary>
public sealed record OfficeIsClosed() : Refusal("cases.transfer.officeClosed")
{
    public override string? Field => "Office";
}

/// <summary>The person does not work in the office they would take the sections over in.</summary>
public sealed record ManagerWorksElsewhere() : Refusal("cases.transfer.managerElsewhere")
{
    public override string? Field => "Manager";
}

/// <summary>Sections of a sexual offence go to people who are trained for them.</summary>
public sealed record ManagerIsNotTrained() : Refusal("cases.transfer.managerUntrained")
{
    public override string? Field => "Manager";
}

/// <summary>
/// Hands sections over, one or many, all or none: assignment history, tasks and planned contacts go along.
/// </summary>
internal sealed class TransferHandler(
    PlusDb db,
    StaffAccessor staff,
    TransferTargets targets,
    StaffCompetence competence,
    CurrentRules rules,
    TaskSync tasks,
    Processes processes,
    PlusClock clock
)
{
    public async Task<Outcome<int>> HandleAsync(Transfer transfer, CancellationToken ct)
    {
        if (await targets.RefuseAsync(transfer.Office, transfer.Manager, clock.Today, ct) is { } refusal)
        {
            return refusal;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var sections = await db.Set<Section>()
            .Within(staff.Current, CasePermissions.Assign)
            .Where(s => transfer.Sections.Contains(s.Id) && s.ClosedOn == null && s.AnnulledOn == null)
            .ToListAsync(ct);
        if (sections.Count != transfer.Sections.Distinct().Count())
        {
            return new SectionsChangedMeanwhile();
        }

        if (await IsUntrainedAsync(sections, transfer.Manager, ct))
        {
            return new ManagerIsNotTrained();
        }

        var ids = sections.Select(s => s.Id).ToList();
        var present = await db.Set<Assignment>()
            .Where(a => ids.Contains(a.SectionId) && a.To == null)
            .ToDictionaryAsync(a => a.SectionId, ct);
        var contacts = (
            await db.Set<Contact>()
                .Where(c => c.SectionId != null && ids.Contains(c.SectionId.Value) && c.State == ContactState.Planned)
                .ToListAsync(ct)
        ).ToLookup(c => c.SectionId!.Value);
        foreach (var section in sections)
        {
            var changed = Move(section, present.GetValueOrDefault(section.Id), [.. contacts[section.Id]], transfer);
            if (!changed)
            {
                continue;
            }

            await tasks.AlignAsync([section.Id], ct);
            var done = await processes.CommitAsync(StartOf(section, transfer), ct);
            if (!done.Done)
            {
                return done.Refusal;
            }
        }

        await transaction.CommitAsync(ct);
        return sections.Count;
    }

    // Who has the section already keeps it: the rule is about giving it.
    private async Task<bool> IsUntrainedAsync(List<Section> sections, StaffId? manager, CancellationToken ct)
    {
        if (manager is not { } id || !sections.Exists(s => s.SexualOffence && s.ManagerId != id))
        {
            return false;
        }

        var valid = (await competence.ValidAsync(clock.Today, ct)).GetValueOrDefault(id);
        return AssignmentRank.IsRefused(
            true,
            [.. valid ?? new HashSet<string>()],
            clock.Today,
            (await rules.ReadAsync(ct)).Parameters
        );
    }

    private bool Move(Section section, Assignment? present, List<Contact> contacts, Transfer transfer)
    {
        if (section.OfficeId == transfer.Office && section.ManagerId == transfer.Manager)
        {
            return false;
        }

        var reason = section.OfficeId == transfer.Office ? section.OfficeReason : OfficeReasonOf(transfer.Reason);
        section.Assign(transfer.Office, reason, transfer.Manager);
        // Two changes on one day: the earlier one lasted that day.
        present?.End(present.From >= clock.Today ? clock.Today : clock.Today.AddDays(-1));
        db.Add(
            new Assignment(
                section.Id,
                transfer.Office,
                transfer.Manager,
                clock.Today,
                present is null ? "first" : transfer.Reason
            )
        );
        foreach (var contact in contacts)
        {
            if (transfer.Cancelled.Contains(contact.Id))
            {
                contact.Cancel("staff", null, clock.Now);
            }
            else
            {
                contact.With(transfer.Manager);
            }
        }

        return true;
    }

    private static ProcessStart StartOf(Section section, Transfer transfer) =>
        new(CaseProcesses.Assigned)
        {
            Client = section.ClientId,
            Section = section.Id,
            Reason = transfer.Note,
            Values = new Dictionary<string, object?>
            {
                ["measure"] = section.Measure,
                ["office"] = transfer.Office.ToString(),
                ["manager"] = transfer.Manager?.ToString(),
                ["reason"] = transfer.Reason,
            },
        };

    private static string OfficeReasonOf(string reason) =>
        reason switch
        {
            "residence" => "declaredResidence",
            "request" => "application",
            _ => "chosen",
        };
}
