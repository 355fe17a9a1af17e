using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Records;
using Plus.Shared.Support.Records;
using Plus.Shared.Support.Settling;

namespace Plus.Shared.Support.Consultations;

/// <summary>What is told when a client is referred to a specialist.</summary>
/// <param name="Consent">Code of <see cref="SupportKinds.Consents"/>.</param>
internal sealed record NewConsultation(
    SectionId Section,
    Guid Contract,
    DateOnly ReferredOn,
    string Purpose,
    int Ordered,
    string Consent,
    decimal? ClientShare,
    DateOnly? ConsentOn
);

/// <summary>Refers clients to specialists; sessions are held, the consultations end.</summary>
internal sealed class ConsultationHandler(
    PlusDb db,
    SectionEditing editing,
    ContractMoney money,
    ContractLock locks,
    StaffAccessor staff,
    PlusClock clock
)
{
    public static readonly ProcessType Referred = new("support.consultationReferred", OnTimeline: true);
    public static readonly ProcessType Held = new("support.sessionHeld", OnTimeline: true);
    public static readonly ProcessType Missed = new("support.sessionMissed", OnTimeline: true);
    public static readonly ProcessType Ended = new("support.consultationEnded", OnTimeline: true);

    public async Task<Outcome<Guid>> ReferAsync(NewConsultation wanted, CancellationToken ct)
    {
        var section = await editing.FindAsync(wanted.Section, SupportModule.Refer, null, ct);
        if (
            section is not { IsOpen: true }
            || !SupportKinds.Fits(section.Function)
            || await db.Set<ProviderContract>().SingleOrDefaultAsync(c => c.Id == wanted.Contract, ct)
                is not { IsStay: false } contract
        )
        {
            return new NoSuchRecord();
        }

        if (Refuse(wanted, section, contract) is { } refusal)
        {
            return refusal;
        }

        var consultation = new Consultation(section.Id, contract, wanted.ReferredOn, staff.Current.Id!.Value);
        consultation.Describe(wanted.Purpose, wanted.Ordered);
        var agrees = wanted.Consent == SupportKinds.Agrees;
        consultation.Agree(wanted.Consent, agrees ? wanted.ClientShare : null, agrees ? wanted.ConsentOn : null);
        db.Add(consultation);
        var done = await CommitAsync(section, Referred, consultation, wanted.ReferredOn, ct);
        return done.Done ? consultation.Id : done.Refusal;
    }

    public async Task<Outcome<Unit>> HoldAsync(Guid id, DateOnly on, bool attended, string? note, CancellationToken ct)
    {
        if (await FindAsync(id, null, ct) is not ({ EndedOn: null } consultation, var section, var contract))
        {
            return new NoSuchRecord();
        }

        if (on > clock.Today)
        {
            return new DayIsInFuture("On");
        }

        if (on < consultation.ReferredOn)
        {
            return new DayIsTooEarly("On", consultation.ReferredOn);
        }

        if (!contract.InForceOn(on))
        {
            return new ContractIsNotInForce(contract.Number, contract.From, contract.To, "On");
        }

        var session = new ConsultationSession(consultation, contract, on, attended, note);
        await using var alone = await locks.TakeAsync(contract.Id, ct);
        if (attended && await RefuseMoneyAsync(consultation, contract, session, ct) is { } refusal)
        {
            return refusal;
        }

        db.Add(session);
        return await CommitAsync(section, attended ? Held : Missed, consultation, on, ct);
    }

    public async Task<Outcome<Unit>> EndAsync(
        Guid id,
        DateOnly on,
        string ending,
        string? note,
        uint version,
        CancellationToken ct
    )
    {
        if (await FindAsync(id, version, ct) is not ({ EndedOn: null } consultation, var section, _))
        {
            return new NoSuchRecord();
        }

        if (on > clock.Today)
        {
            return new DayIsInFuture("On");
        }

        var last = await db.Set<ConsultationSession>()
            .Where(s => s.ConsultationId == id)
            .MaxAsync(s => (DateOnly?)s.HeldOn, ct);
        var earliest = last > consultation.ReferredOn ? last.Value : consultation.ReferredOn;
        if (on < earliest)
        {
            return new DayIsTooEarly("On", earliest);
        }

        consultation.End(on, ending, note);
        return await CommitAsync(section, Ended, consultation, on, ct);
    }

    private Refusal? Refuse(NewConsultation wanted, Section section, ProviderContract contract)
    {
        if (SupportDays.Refuse(section, wanted.ReferredOn, clock.Today, "ReferredOn") is { } wrong)
        {
            return wrong;
        }

        if (!contract.InForceOn(wanted.ReferredOn))
        {
            return new ContractIsNotInForce(contract.Number, contract.From, contract.To, "Contract");
        }

        if (wanted.Consent == SupportKinds.Disagrees)
        {
            return new LawRefuses(Verdict.Refuse(ReasonCodes.SpecialistCostNotAgreed, null), "Consent");
        }

        if (wanted.Consent != SupportKinds.Agrees)
        {
            return null;
        }

        return SupportKinds.IsChild(section.Function) ? new ChildPaysNothing()
            : wanted.ClientShare > contract.UnitPrice ? new ShareIsMoreThanThePrice(contract.UnitPrice)
            : wanted.ConsentOn > clock.Today ? new DayIsInFuture("ConsentOn")
            : null;
    }

    private async Task<Refusal?> RefuseMoneyAsync(
        Consultation consultation,
        ProviderContract contract,
        ConsultationSession session,
        CancellationToken ct
    )
    {
        if (await money.SettledAsync(contract.Id, session.HeldOn, session.HeldOn, ct) is { } month)
        {
            return new MonthIsSettled(month, "On");
        }

        var held = await db.Set<ConsultationSession>()
            .CountAsync(s => s.ConsultationId == consultation.Id && s.Attended, ct);
        if (held >= consultation.Ordered)
        {
            return new SessionsAreUsedUp(consultation.Ordered);
        }

        var left = (await money.BudgetsAsync([contract], clock.Today, ct))[contract.Id].Left;
        return left < session.Price ? new BudgetIsSpent(left) : null;
    }

    private async Task<(Consultation Consultation, Section Section, ProviderContract Contract)?> FindAsync(
        Guid id,
        uint? version,
        CancellationToken ct
    )
    {
        if (
            await db.Set<Consultation>().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } consultation
            || await editing.FindAsync(consultation.SectionId, SupportModule.Refer, null, ct) is not { } section
        )
        {
            return null;
        }

        if (version is { } shown)
        {
            db.Entry(consultation).Property(c => c.Version).OriginalValue = shown;
        }

        return (
            consultation,
            section,
            await db.Set<ProviderContract>().SingleAsync(c => c.Id == consultation.ContractId, ct)
        );
    }

    private Task<Outcome<Unit>> CommitAsync(
        Section section,
        ProcessType type,
        Consultation consultation,
        DateOnly on,
        CancellationToken ct
    ) =>
        editing.CommitAsync(
            section,
            new ProcessStart(type)
            {
                Subject = consultation.Id,
                OnDay = on,
                Values = new Dictionary<string, object?>
                {
                    ["kind"] = consultation.Kind,
                    ["number"] = consultation.Number,
                    ["day"] = on,
                },
            },
            ct
        );
}
