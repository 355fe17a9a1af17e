using Plus.Host.Demo.Plan;
using Plus.Host.Demo.Storage;
using Plus.Kernel.Ids;
using Plus.Law.Sections;
using Plus.Shared.Support;
using Plus.Shared.Support.Records;

namespace Plus.Host.Demo.Records;

/// <summary>
/// Stays in social rehabilitation and consultations of specialists: as many of each year as was published, and some that
/// run today.
/// </summary>
internal sealed class SupportWriter(CopyStore store, DemoProcesses processes, DemoOptions options)
{
    private const int StaysOfYear = 17;

    private static readonly string[] Purposes =
    [
        "Pagaidu dzīvesvieta un palīdzība dokumentu kārtošanā.",
        "Atturēšanās no atkarību vielām, sociālo prasmju apguve.",
        "Darba prasmju atjaunošana un patstāvīga dzīve.",
    ];

    private static readonly string[] Problems =
    [
        "Nomāktība un miega traucējumi, grūtības saglabāt darbu.",
        "Trauksme, ko pastiprina parādi un ģimenes konflikti.",
        "Dusmu lēkmes pēc strīdiem ģimenē.",
    ];

    // Clients of mental health specialists by year, as the projects reported them.
    private static readonly Dictionary<int, int> MentalHealth = new()
    {
        [2022] = 98,
        [2023] = 86,
        [2024] = 30,
    };

    private readonly Dictionary<(int Year, string Kind), int> _given = [];
    private readonly SupportProviders _providers = new(store, options);
    private readonly List<(ProviderContract Contract, RehabilitationReferral Referral)> _stays = [];

    public void Contracts() => _providers.Write();

    public void Invoices(StaffId accountant) => new SupportInvoices(store, options.Today, accountant).Write(_stays);

    /// <summary>What a record of a year that is over received.</summary>
    public void Past(DemoRecord record, int year)
    {
        if (
            !record.IsSupervision
            || record.Section is null
            || record.Manager is null
            || record.RegisteredOn is not { } registered
        )
        {
            return;
        }

        var (first, last) = (new DateOnly(year, 1, 3), new DateOnly(year, 12, 22));
        var from = registered > first ? registered : first;
        var to = record.ClosedOn is { } closed && closed < last ? closed : last;
        if (to.DayNumber - from.DayNumber < 60)
        {
            return;
        }

        if (MentalHealth.TryGetValue(year, out var clients) && Gives(year, "mentalHealth", clients))
        {
            Consult(record, "mentalHealth", from, to, 3);
        }
        else if (year >= 2021 && Gives(year, SupportKinds.Rehabilitation, StaysOfYear))
        {
            Stay(record, from, to);
        }
        else if (year == 2024 && record.Sexual && from < new DateOnly(2024, 9, 1) && Gives(year, "psychotherapy", 9))
        {
            Consult(record, "psychotherapy", new DateOnly(2024, 9, 3), to, 2);
        }
    }

    /// <summary>What the records open today receive and wait for.</summary>
    public void Present(IReadOnlyList<DemoRecord> open)
    {
        var today = options.Today;
        var some = open.Where(r =>
                r is { Section: not null, Manager: not null, RegisteredOn: not null }
                && (r.IsSupervision || r.Measure == MeasureCode.ProbationObservation)
            )
            .OrderBy(r => r.Measure == MeasureCode.ProbationObservation ? 0 : 1)
            .ToList();
        var child = true;
        for (var i = 0; i < some.Count && i < 60; i++)
        {
            var record = some[i];
            var from = record.RegisteredOn!.Value;
            var isChild = record.Measure == MeasureCode.ProbationObservation;
            if (isChild ? child : i % 10 == 1)
            {
                child = false;
                var stay = Refer(record, _providers.Homes[i / 10 % _providers.Homes.Count], from, isChild, i);
                Enter(record, stay.Contract, stay.Referral, from > today.AddDays(-50) ? from : today.AddDays(-50));
            }
            else if (i % 10 == 3)
            {
                // Some wait with priority, some without.
                Refer(
                    record,
                    _providers.Homes[0],
                    from > today.AddDays(-20) ? from : today.AddDays(-20 + i % 7),
                    isChild,
                    i / 10
                );
            }
            else if (i % 10 is 5 or 6)
            {
                string[] kinds = ["mentalHealth", "lawyer", "addiction", "psychotherapy"];
                Consult(record, kinds[i / 10 % kinds.Length], from, today, 2);
            }
        }
    }

    private void Stay(DemoRecord record, DateOnly from, DateOnly to)
    {
        var n = _stays.Count;
        // Some stays of the published year lie across the day on which the cap rose.
        var entered =
            n % 2 == 0 && from <= new DateOnly(2023, 8, 7) && to >= new DateOnly(2023, 10, 1) && from.Year == 2023
                ? new DateOnly(2023, 8, 7)
                : from.AddDays(10);
        var (contract, referral) = Refer(
            record,
            _providers.Homes[n % _providers.Homes.Count],
            entered.AddDays(-5) < from ? from : entered.AddDays(-5),
            false,
            n
        );
        Enter(record, contract, referral, entered);
        var left = entered.AddDays(20 + (n % 4 * 9)) is var day && day < to ? day : to;
        processes.Changes.Changed(
            referral,
            () =>
                referral.Leave(
                    left,
                    n % 6 == 4 ? SupportKinds.Expelled : "completed",
                    n % 6 == 4 ? "Atkārtoti pārkāpa iekšējās kārtības noteikumus." : "Atrasta dzīvesvieta un darbs."
                )
        );
        Step("support.stayLeft", record, referral.Id, left, referral.Number);
    }

    private (ProviderContract Contract, RehabilitationReferral Referral) Refer(
        DemoRecord record,
        ProviderContract home,
        DateOnly on,
        bool child,
        int n
    )
    {
        var referral = new RehabilitationReferral(record.Section!.Value, home, on, record.Manager!.Value);
        var released = n % 2 == 0 && !child;
        referral.Describe(released ? on.AddDays(-3) : null, released, Purposes[n % Purposes.Length], child);
        store.Add(referral);
        processes.Changes.Added(referral);
        Step("support.stayReferred", record, referral.Id, on, referral.Number);
        return (home, referral);
    }

    private void Enter(DemoRecord record, ProviderContract contract, RehabilitationReferral referral, DateOnly on)
    {
        var day = on < referral.ReferredOn ? referral.ReferredOn : on;
        processes.Changes.Changed(referral, () => referral.Enter(day, null));
        Step("support.stayEntered", record, referral.Id, day, referral.Number);
        _stays.Add((contract, referral));
    }

    private void Consult(DemoRecord record, string kind, DateOnly from, DateOnly to, int sessions)
    {
        var contract = _providers.Specialist(kind, from);
        var referred = from > contract.From ? from : contract.From;
        var consultation = new Consultation(record.Section!.Value, contract, referred, record.Manager!.Value);
        consultation.Describe(Problems[_given.Values.Sum() % Problems.Length], 5);
        consultation.Agree(SupportKinds.NoCost, null, null);
        store.Add(consultation);
        processes.Changes.Added(consultation);
        Step("support.consultationReferred", record, consultation.Id, referred, consultation.Number, kind);
        for (var i = 1; i <= sessions + 1; i++)
        {
            var day = referred.AddDays(i * 9);
            if (day > to || day > options.Today)
            {
                break;
            }

            var attended = i != 2;
            var session = new ConsultationSession(consultation, contract, day, attended, null);
            store.Add(session);
            processes.Changes.Added(session);
            Step(
                attended ? "support.sessionHeld" : "support.sessionMissed",
                record,
                consultation.Id,
                day,
                consultation.Number,
                kind
            );
        }
    }

    private void Step(string type, DemoRecord record, Guid subject, DateOnly day, string number, string? kind = null)
    {
        if (kind is null)
        {
            processes.Add(type, record, day, record.Manager, subject, ("number", number), ("day", day));
        }
        else
        {
            processes.Add(type, record, day, record.Manager, subject, ("kind", kind), ("number", number), ("day", day));
        }
    }

    private bool Gives(int year, string kind, int most)
    {
        var given = _given.GetValueOrDefault((year, kind));
        if (given >= Math.Max(1, most / options.OneIn))
        {
            return false;
        }

        _given[(year, kind)] = given + 1;
        return true;
    }
}
