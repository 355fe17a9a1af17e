namespace Plus.Shared.Clients.Creating;

/// <summary>The answers about a client created by hand, exactly as they were accepted.</summary>
internal sealed class NewClientState
{
    public string GivenName { get; set; } = "";

    public string Surname { get; set; } = "";

    public DateOnly? BirthDate { get; set; }

    public string? Sex { get; set; }

    /// <summary>Eleven digits; null when the person has no Latvian code or it is not known.</summary>
    public string? Code { get; set; }

    public string Source { get; set; } = "";
}
