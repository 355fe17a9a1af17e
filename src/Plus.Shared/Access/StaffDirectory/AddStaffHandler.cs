using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Passwords;
using Plus.Shared.Access.Posts;
using Plus.Shared.Access.Proposals;
using Plus.Shared.Access.Records;
using Plus.Web.Layout;

namespace Plus.Shared.Access.StaffDirectory;

/// <summary>A new person with a first post, and the link with which they set their password.</summary>
internal sealed partial class AddStaffHandler(
    PlusDb db,
    Processes processes,
    PasswordLinks links,
    PostRules rules,
    PostGiving giving,
    KitSettings settings
)
{
    public static readonly ProcessType Added = new("access.staffAdded");

    public async Task<Outcome<AddedStaff>> AddAsync(NewStaff given, CancellationToken ct)
    {
        var userName = given.UserName.Trim();
        if (!UserNameForm().IsMatch(userName))
        {
            return new UserNameMalformed();
        }

        var normalized = userName.ToUpperInvariant();
        if (await db.Set<Staff>().AnyAsync(s => s.NormalizedUserName == normalized, ct))
        {
            return new UserNameTaken();
        }

        if (await rules.CheckAsync(null, given.Office, given.Role, given.From, ct) is { } refusal)
        {
            return refusal;
        }

        var person = new Staff(StaffId.New(), userName, given.GivenName.Trim(), given.Surname.Trim(), given.From)
        {
            IsDemo = settings.IsDemo,
        };
        person.ReachableBy(string.IsNullOrWhiteSpace(given.Email) ? null : given.Email.Trim());
        db.Add(person);
        var proposed = await giving.AddAsync(person.Id, given.Office, given.Role, given.From, null, ct);
        var token = await links.NewForAsync(person, ct);
        var committed = await processes.CommitAsync(
            new ProcessStart(Added)
            {
                Subject = person.Id.Value,
                OnDay = given.From,
                Values = new Dictionary<string, object?> { ["role"] = given.Role },
            },
            ct
        );
        return committed.Done ? new AddedStaff(person.Id, token, proposed) : committed.Refusal;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{2,49}$", RegexOptions.CultureInvariant, 200)]
    internal static partial Regex UserNameForm();
}

/// <summary>What is asked of a new person.</summary>
internal sealed record NewStaff(
    string UserName,
    string GivenName,
    string Surname,
    string? Email,
    OfficeId Office,
    string Role,
    DateOnly From
);

/// <param name="Token">Of the link to hand over; shown once.</param>
/// <param name="Proposed">The first post waits for a second person; until then nobody gets in with the link.</param>
internal sealed record AddedStaff(StaffId Id, string Token, bool Proposed);

/// <summary>Three to fifty small letters without diacritics, digits, dots and dashes.</summary>
internal sealed record UserNameMalformed() : Refusal("access.staff.userNameMalformed")
{
    public override string Field => "UserName";
}

internal sealed record UserNameTaken() : Refusal("access.staff.userNameTaken")
{
    public override string Field => "UserName";
}
