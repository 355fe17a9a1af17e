using Plus.Shared.Support.Records;
using Plus.Web.Controls;
using Plus.Web.Language;

namespace Plus.Shared.Support;

/// <summary>Referrals in words, and the codes their forms offer.</summary>
internal static class SupportWords
{
    public static IReadOnlyList<Choice> Choices(Texts texts, string prefix, IEnumerable<string> codes) =>
        [.. codes.Select(c => new Choice(c, texts[prefix + c]))];

    public static string ToneOf(RehabilitationReferral referral) =>
        referral.State switch
        {
            "waits" => "yellow",
            "stays" => "blue",
            "left" when referral.Leaving == SupportKinds.Expelled => "red",
            "left" => "green",
            _ => "grey",
        };

    public static string ToneOf(ProviderInvoice invoice) =>
        invoice.State switch
        {
            ProviderInvoice.Received => "yellow",
            ProviderInvoice.Accepted => "blue",
            ProviderInvoice.Paid => "green",
            _ => "red",
        };
}
