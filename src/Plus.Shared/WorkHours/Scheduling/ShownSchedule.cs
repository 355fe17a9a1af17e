using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;

namespace Plus.Shared.WorkHours.Scheduling;

/// <summary>
/// Proof that a section's schedule was shown to a person, and so noted: what the page asks while one types belongs to
/// that view and is not noted again with every key. It holds for this person and this section alone.
/// </summary>
internal sealed class ShownSchedule(IDataProtectionProvider protection, StaffAccessor staff)
{
    private static readonly TimeSpan Life = TimeSpan.FromHours(12);

    public string Seal(SectionId section) => Protector(section).Protect("shown", Life);

    public bool Holds(SectionId section, string? seal)
    {
        if (string.IsNullOrEmpty(seal))
        {
            return false;
        }

        try
        {
            return Protector(section).Unprotect(seal) == "shown";
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private ITimeLimitedDataProtector Protector(SectionId section) =>
        protection
            .CreateProtector("Plus.WorkHours.Shown", staff.Current.Id?.ToString() ?? "", section.ToString())
            .ToTimeLimitedDataProtector();
}
