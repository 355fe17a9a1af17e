namespace Plus.Shared.Access.FirstStaff;

/// <summary>A person's post as it stands in the file a service is set up from.</summary>
/// <param name="Office">The office's code.</param>
public sealed record FirstPost(
    string UserName,
    string GivenName,
    string Surname,
    string? Email,
    string Office,
    string Role,
    DateOnly From
)
{
    public bool IsSamePersonAs(FirstPost other) =>
        (GivenName, Surname, Email) == (other.GivenName, other.Surname, other.Email);
}
