using System.Security.Cryptography;

namespace Plus.Shared.Support.Records;

/// <summary>
/// Numbers of referrals. They go to providers and come back on invoices in place of a name, so they tell nothing of how
/// many there are or in which order.
/// </summary>
internal static class ReferralNumber
{
    // Without letters and digits that are mistaken for one another.
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int Length = 7;

    public static string New(string prefix) => prefix + "-" + RandomNumberGenerator.GetString(Alphabet, Length);
}
