namespace Plus.Web.Layout;

/// <summary>What the host tells the layout; set once at start.</summary>
public sealed class KitSettings
{
    /// <summary>The data are invented: every page says so.</summary>
    public bool IsDemo { get; set; }

    /// <summary>Where the search box sends (POST, field <c>q</c>); no box without it.</summary>
    public string? SearchAction { get; set; }

    /// <summary>Endpoint of choices as one types (POST, field <c>q</c>).</summary>
    public string? SearchSource { get; set; }

    /// <summary>Permission that shows the search box.</summary>
    public string? SearchPermission { get; set; }

    /// <summary>Where logging out posts to.</summary>
    public string LogoutAction { get; set; } = "/logout";

    /// <summary>The user's own settings; no link without it.</summary>
    public string? ProfileHref { get; set; }

    /// <summary>The log-in page.</summary>
    public string LoginHref { get; set; } = "/login";
}
