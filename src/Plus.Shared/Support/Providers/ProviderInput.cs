using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Plus.Web.Controls;

namespace Plus.Shared.Support.Providers;

/// <summary>What the form of a provider asks.</summary>
internal sealed class ProviderInput
{
    [Required(ErrorMessage = "support.provider.nameMissing")]
    [StringLength(300)]
    public string? Name { get; set; }

    public string? Kind { get; set; }

    [StringLength(20)]
    public string? RegistrationNo { get; set; }

    [StringLength(500)]
    public string? Address { get; set; }

    [StringLength(500)]
    public string? Contact { get; set; }

    /// <summary>The facts; null when something is missing, which the state then says.</summary>
    public ProviderFacts? Read(ModelStateDictionary state)
    {
        if (!SupportKinds.ProviderKinds.Contains(Kind))
        {
            state.AddModelError("Input.Kind", "support.provider.kindMissing");
        }

        return state.IsValid
            ? new ProviderFacts(Name!.Trim(), Kind!, RegistrationNo, Plain(Address), Plain(Contact))
            : null;
    }

    private static string? Plain(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}

/// <summary>What the fields of a provider need of their page.</summary>
internal interface IProviderForm
{
    ProviderInput Input { get; }

    IReadOnlyList<Choice> Kinds { get; }
}
