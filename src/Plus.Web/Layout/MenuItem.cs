namespace Plus.Web.Layout;

/// <summary>
/// An entry of the main menu, registered as a singleton by a room's door. Shown to those who hold the permission,
/// in the order of <c>Place</c>.
/// </summary>
public sealed record MenuItem(string TextKey, string Href, string Permission, int Place = 100);
