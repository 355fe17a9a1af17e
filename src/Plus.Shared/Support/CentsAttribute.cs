using System.ComponentModel.DataAnnotations;

namespace Plus.Shared.Support;

/// <summary>Money is typed in whole cents: a third decimal would be rounded away unseen.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class CentsAttribute() : ValidationAttribute("support.centsOnly")
{
    public override bool IsValid(object? value) =>
        value is not decimal euro || decimal.Round(euro, 2, MidpointRounding.AwayFromZero) == euro;
}
