namespace Plus.Shared.Clients.Data.Overview;

/// <summary>A button that ends a row of a client or changes a consent.</summary>
/// <param name="Href">The page of the client's data.</param>
/// <param name="Act">One of <see cref="EndRowHandler.Acts"/>.</param>
/// <param name="About">What it is about, for a screen reader.</param>
internal sealed record EndRow(string Href, uint Version, string Act, Guid Row, string About)
{
    public const string Consent = "consent";
    public const string Withdrawal = "withdrawal";

    public string Key =>
        Act switch
        {
            Consent => "clients.data.consent.give",
            Withdrawal => "clients.data.consent.withdraw",
            _ => "clients.data.end",
        };
}
