using Plus.Shared.Signatures.Containers;
using Plus.Shared.Signatures.Pades;
using Plus.Shared.Signatures.Trust;
using Plus.Shared.Signatures.Xades;

namespace Plus.Shared.Signatures.Checking;

/// <summary>
/// Checks the signatures of a file by its content, whatever its name. Reads nothing but what it is given: no address in
/// a file is ever followed.
/// </summary>
public static class SignatureCheck
{
    /// <summary>Checks a file against a trust list, as of an instant.</summary>
    public static SignatureReport Check(ReadOnlyMemory<byte> file, TrustList trust, DateTimeOffset now)
    {
        if (file.Length > SignatureLimits.File)
        {
            return new(SignatureForm.Other, [], [SignatureFault.TooLarge], []);
        }

        if (PdfSignatures.IsPdf(file.Span))
        {
            return PadesCheck.Check(file, trust, now);
        }

        return AsicContainer.IsZip(file.Span) ? CheckContainer(file, trust, now) : new(SignatureForm.Other, [], [], []);
    }

    private static SignatureReport CheckContainer(ReadOnlyMemory<byte> file, TrustList trust, DateTimeOffset now)
    {
        var opened = AsicContainer.Open(file);
        if (opened.Fault is { } fault)
        {
            return new(SignatureForm.AsicE, [], [fault], []);
        }

        var container = opened.Container!;
        var names = container.Files.Select(f => f.Name).ToList();
        if (!container.IsAsic)
        {
            return new(SignatureForm.Other, [], [], names);
        }

        var signatures = new List<CheckedSignature>();
        var faults = new List<SignatureFault>();
        foreach (var part in container.SignatureParts)
        {
            var (found, broken) = XadesCheck.Check(part.Content, container, trust, now);
            signatures.AddRange(found);
            faults.AddRange(broken);
        }

        if (signatures.Count > SignatureLimits.Signatures)
        {
            return new(SignatureForm.AsicE, [], [SignatureFault.TooLarge], names);
        }

        return new(SignatureForm.AsicE, signatures, faults, names);
    }
}
