using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Support.Records;
using Plus.Web.Controls;
using Plus.Web.Language;

namespace Plus.Shared.Support.Overview;

/// <summary>A contract with the name of its provider.</summary>
public sealed record OfferedContract(ProviderContract Contract, string Provider);

/// <summary>A client's stay or wait, and with whom.</summary>
public sealed record RehabilitationView(RehabilitationReferral Referral, ProviderContract Contract, string Provider);

/// <summary>A client's consultations, with whom, and how many were held.</summary>
public sealed record ConsultationView(Consultation Consultation, ProviderContract Contract, string Provider, int Held);

/// <summary>Reads referrals within the person's reach.</summary>
public sealed class SupportReader(PlusDb db, StaffAccessor staff)
{
    public async Task<RehabilitationView?> FindStayAsync(Guid id, string permission, CancellationToken ct) =>
        await (
            from r in db.Set<RehabilitationReferral>().AsNoTracking()
            join s in db.Set<Section>().Within(staff.Current, permission) on r.SectionId equals s.Id
            join c in db.Set<ProviderContract>().AsNoTracking() on r.ContractId equals c.Id
            join p in db.Set<Provider>() on c.ProviderId equals p.Id
            where r.Id == id
            select new RehabilitationView(r, c, p.Name)
        ).SingleOrDefaultAsync(ct);

    public async Task<ConsultationView?> FindConsultationAsync(Guid id, string permission, CancellationToken ct) =>
        await (
            from k in db.Set<Consultation>().AsNoTracking()
            join s in db.Set<Section>().Within(staff.Current, permission) on k.SectionId equals s.Id
            join c in db.Set<ProviderContract>().AsNoTracking() on k.ContractId equals c.Id
            join p in db.Set<Provider>() on c.ProviderId equals p.Id
            where k.Id == id
            select new ConsultationView(
                k,
                c,
                p.Name,
                db.Set<ConsultationSession>().Count(h => h.ConsultationId == k.Id && h.Attended)
            )
        ).SingleOrDefaultAsync(ct);

    /// <summary>Stays of a section that was found within reach, the latest first.</summary>
    public async Task<IReadOnlyList<RehabilitationView>> StaysAsync(SectionId section, CancellationToken ct) =>
        await (
            from r in db.Set<RehabilitationReferral>().AsNoTracking()
            join c in db.Set<ProviderContract>().AsNoTracking() on r.ContractId equals c.Id
            join p in db.Set<Provider>() on c.ProviderId equals p.Id
            where r.SectionId == section
            orderby r.ReferredOn descending, r.Id
            select new RehabilitationView(r, c, p.Name)
        ).ToListAsync(ct);

    /// <summary>Consultations of a section that was found within reach, the latest first.</summary>
    public async Task<IReadOnlyList<ConsultationView>> ConsultationsAsync(SectionId section, CancellationToken ct) =>
        await (
            from k in db.Set<Consultation>().AsNoTracking()
            join c in db.Set<ProviderContract>().AsNoTracking() on k.ContractId equals c.Id
            join p in db.Set<Provider>() on c.ProviderId equals p.Id
            where k.SectionId == section
            orderby k.ReferredOn descending, k.Id
            select new ConsultationView(
                k,
                c,
                p.Name,
                db.Set<ConsultationSession>().Count(h => h.ConsultationId == k.Id && h.Attended)
            )
        ).ToListAsync(ct);

    public async Task<IReadOnlyList<StayAbsence>> AbsencesAsync(Guid referral, CancellationToken ct) =>
        await db.Set<StayAbsence>()
            .AsNoTracking()
            .Where(a => a.ReferralId == referral)
            .OrderBy(a => a.From)
            .ToListAsync(ct);

    public async Task<IReadOnlyList<ConsultationSession>> SessionsAsync(Guid consultation, CancellationToken ct) =>
        await db.Set<ConsultationSession>()
            .AsNoTracking()
            .Where(s => s.ConsultationId == consultation)
            .OrderByDescending(s => s.HeldOn)
            .ThenBy(s => s.Id)
            .ToListAsync(ct);

    /// <summary>Contracts in force on a day, by provider: of stays, or of consultations.</summary>
    public async Task<IReadOnlyList<OfferedContract>> OfferedAsync(bool stays, DateOnly day, CancellationToken ct) =>
        await (
            from c in db.Set<ProviderContract>().AsNoTracking()
            join p in db.Set<Provider>() on c.ProviderId equals p.Id
            where c.From <= day && c.To >= day && (c.Kind == SupportKinds.Rehabilitation) == stays
            orderby p.Name, c.Number
            select new OfferedContract(c, p.Name)
        ).ToListAsync(ct);

    /// <summary>Contracts as a form offers them.</summary>
    internal static IReadOnlyList<Choice> Choices(IEnumerable<OfferedContract> offered, Texts texts) =>
        [
            .. offered.Select(o => new Choice(
                o.Contract.Id.ToString(),
                texts[
                    "support.contract.offer",
                    ("provider", o.Provider),
                    ("kind", texts["support.kind." + o.Contract.Kind]),
                    ("price", o.Contract.UnitPrice)
                ],
                texts[
                    "support.contract.offerNote",
                    ("number", o.Contract.Number),
                    ("funding", texts["support.funding." + o.Contract.Funding]),
                    ("to", o.Contract.To)
                ]
            )),
        ];
}
