using Plus.Host.Demo.Plan;
using Plus.Kernel.Ids;
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

    public string CaseNumber { get; set; } = "";

    /// <summary>When the case was put in order; null while it is not, and once it has been told.</summary>
    public DateOnly? FormedOn { get; set; }

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

    public required string Territory { get; init; }

    /// <summary>How large its share of the service's work is.</summary>
    public required int Weight { get; init; }

    public List<StaffId> Managers { get; } = [];

    public List<StaffId> Mediators { get; } = [];

    public List<HostEmployerId> Hosts { get; } = [];

    private int nextManager;

    /// <summary>The next of the office's case managers in turn.</summary>
    public StaffId Manager() => Managers[nextManager++ % Managers.Count];
}
