using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using OtpNet;
using Plus.Kernel.Ids;
using QRCoder;

namespace Plus.Shared.Access.SecondFactor;

/// <summary>The secret that a person's authenticator and PLUS share, and the codes of six digits made from it (RFC 6238).</summary>
internal sealed class AuthenticatorSecret(byte[] key)
{
    private const int Bytes = 20;

    /// <summary>Half a minute either way: clocks of telephones differ.</summary>
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    public static AuthenticatorSecret New() => new(KeyGeneration.GenerateRandomKey(Bytes));

    /// <summary>The secret as it is typed into an authenticator by hand, in groups of four.</summary>
    public string Typed =>
        string.Join(' ', Base32Encoding.ToString(key).TrimEnd('=').Chunk(4).Select(part => new string(part)));

    /// <summary>The half-minute of a right code; null when it is wrong.</summary>
    public long? StepOf(string code, DateTimeOffset now) =>
        new Totp(key).VerifyTotp(now.UtcDateTime, Digits(code), out var step, Window) ? step : null;

    /// <summary>What an authenticator reads from the picture.</summary>
    public string AddressFor(string userName) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"otpauth://totp/PLUS:{Uri.EscapeDataString(userName)}?secret={Base32Encoding.ToString(key).TrimEnd('=')}&issuer=PLUS"
        );

    public byte[] Encrypt(IDataProtectionProvider protection) => Protector(protection).Protect(key);

    public static AuthenticatorSecret Decrypt(IDataProtectionProvider protection, byte[] stored) =>
        new(Protector(protection).Unprotect(stored));

    /// <summary>
    /// The secret on its way through the form that confirms it: nobody else's form and no old one brings it in.
    /// </summary>
    public string Seal(IDataProtectionProvider protection, StaffId person) =>
        Convert.ToBase64String(FormProtector(protection, person).Protect(key, TimeSpan.FromMinutes(30)));

    /// <summary>Null when the form is too old, another person's or made up.</summary>
    public static AuthenticatorSecret? Unseal(IDataProtectionProvider protection, StaffId person, string? sealedKey)
    {
        try
        {
            return new(FormProtector(protection, person).Unprotect(Convert.FromBase64String(sealedKey ?? "")));
        }
        catch (Exception e) when (e is FormatException or System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>A picture to be read by a telephone: the path of its dark squares, and how many squares a side has.</summary>
    public static (string Path, int Side) Picture(string address)
    {
        using var maker = new QRCodeGenerator();
        using var code = maker.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        {
            for (var x = 0; x < rows[y].Length; x++)
            {
                if (rows[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return (path.ToString(), rows.Count);
    }

    private static string Digits(string code) => new([.. code.Where(char.IsAsciiDigit)]);

    private static IDataProtector Protector(IDataProtectionProvider protection) =>
        protection.CreateProtector("Plus.Access.SecondFactor");

    private static ITimeLimitedDataProtector FormProtector(IDataProtectionProvider protection, StaffId person) =>
        protection.CreateProtector("Plus.Access.SecondFactor.Form", person.ToString()).ToTimeLimitedDataProtector();
}
