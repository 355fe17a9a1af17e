using Plus.Host.Demo.Plan;
using Plus.Kernel.Ids;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;

namespace Plus.Host.Demo.People;

/// <summary>An invented person and where they live.</summary>
internal sealed class DemoPerson
{
    public required ClientId Id { get; init; }

    public required bool Male { get; init; }

    public required DateOnly Born { get; init; }

    public required string GivenName { get; init; }

    public required string Surname { get; init; }

    public required DemoOffice Office { get; init; }

    public required CaseId CaseId { get; init; }

    /// <summary>The first section's opening day: when the Service first heard of the person.</summary>
    public DateOnly KnownFrom { get; set; } = DateOnly.MaxValue;

    public bool EarlierSexualConviction { get; set; }

    /// <summary>The legal representative of a child, once written.</summary>
    public Guid? Representative { get; set; }

    /// <summary>The case, once the person is written.</summary>
    public Case? File { get; set; }

    /// <summary>When the case is put in order; null if it is not, and once it has been.</summary>
    public DateOnly? FormedOn { get; set; }

    /// <summary>Not written yet.</summary>
    public bool IsNew { get; set; } = true;

    public List<DemoRecord> Records { get; } = [];
}

/// <summary>An office as the demo needs it.</summary>
internal sealed class DemoOffice
{
    public required OfficeId Id { get; init; }

    public required string Code { get; init; }

    public required string Name { get; init; }

    public required string Region { get; init; }

    /// <summary>The town in the office's name, in the form that stands before a noun: Talsu, Rīgas.</summary>
    public required string Place { get; init; }

    public required string Territory { get; set; }

    /// <summary>How large its share of the service's work is.</summary>
    public required int Weight { get; init; }

    public List<StaffId> Managers { get; } = [];

    public List<StaffId> Mediators { get; } = [];

    /// <summary>Where people of the office can be sent, by the day from which.</summary>
    public List<(DateOnly From, HostEmployerId Host)> Hosts { get; } = [];

    /// <summary>First day of the office; most stood before the demo begins.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The region's office for children and youth, if it has one.</summary>
    public DemoOffice? ForChildren { get; set; }

    private int nextManager;

    /// <summary>The next of the office's case managers in turn.</summary>
    public StaffId Manager() => Managers[nextManager++ % Managers.Count];

    /// <summary>A host employer whose contract is in force on the day; the oldest if there is none yet.</summary>
    public HostEmployerId HostOn(DateOnly day, int lot)
    {
        var inForce = Hosts.Count(h => h.From <= day);
        return inForce == 0
            ? Hosts.MinBy(h => h.From).Host
            : Hosts.Where(h => h.From <= day).ElementAt(lot % inForce).Host;
    }
}
