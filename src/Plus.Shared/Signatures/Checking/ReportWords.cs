using Plus.Kernel.Storage;
using Plus.Web.Display;
using Plus.Web.Language;

namespace Plus.Shared.Signatures.Checking;

/// <summary>A checked signature in words.</summary>
internal static class ReportWords
{
    public static string Tone(SignatureVerdict verdict) =>
        verdict switch
        {
            SignatureVerdict.Valid => "green",
            SignatureVerdict.NotTrusted => "yellow",
            SignatureVerdict.Broken => "red",
            _ => "grey",
        };

    public static IReadOnlyList<SummaryLine> Lines(CheckedSignature signature, Texts texts)
    {
        var lines = new List<SummaryLine>();
        Add("code", signature.Code);
        Add("organisation", signature.Organisation);
        Add("issuer", signature.Issuer);
        Add("claimedAt", signature.ClaimedAt);
        Add("provenAt", signature.ProvenAt);
        Add("provenBy", signature.ProvenBy);
        Add("revocation", texts["signatures.revocation." + CodeConversion.CodeOf(signature.Revocation)]);
        return lines;

        void Add(string key, object? value)
        {
            if (value is not null)
            {
                lines.Add(new SummaryLine(texts["signatures.report." + key], value));
            }
        }
    }
}
