using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Plus.Kernel.Ids;
using Plus.Law.CommunityWork;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.Partners.Hosts;

/// <summary>What the form of a host employer asks.</summary>
internal sealed class HostInput
{
    [Required(ErrorMessage = "partners.nameMissing")]
    [StringLength(300)]
    public string? Name { get; set; }

    public string? Kind { get; set; }

    [StringLength(20)]
    public string? RegistrationNo { get; set; }

    public string? Office { get; set; }

    public string? Territory { get; set; }

    [StringLength(500)]
    public string? Address { get; set; }

    public bool NoMinors { get; set; }

    public List<string> RefusedOffences { get; set; } = [];

    public static HostInput Of(HostEmployer host) =>
        new()
        {
            Name = host.Name,
            Kind = host.Kind,
            RegistrationNo = host.RegistrationNo,
            Office = host.OfficeId.ToString(),
            Territory = host.TerritoryCode,
            Address = host.Address,
            NoMinors = !host.TakesMinors,
            RefusedOffences = [.. host.RefusedOffences],
        };

    /// <summary>What was typed as facts; null with errors when something is missing or no choice.</summary>
    public HostFacts? Read(ModelStateDictionary state)
    {
        if (!HostHandler.Kinds.Contains(Kind))
        {
            state.AddModelError("Input.Kind", "partners.kindMissing");
        }

        if (!OfficeId.TryParse(Office, out var office))
        {
            state.AddModelError("Input.Office", "cases.transfer.officeMissing");
        }

        return state.IsValid
            ? new HostFacts(
                Name!,
                Kind!,
                RegistrationNo,
                office,
                string.IsNullOrEmpty(Territory) ? null : Territory,
                Address,
                !NoMinors,
                [.. RefusedOffences.Intersect(OffenceGroups.All)]
            )
            : null;
    }
}
