using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Npgsql;
using Plus.Host.Demo.People;
using Plus.Host.Demo.Storage;
using Plus.Host.Demo.Words;
using Plus.Kernel.Ids;
using Plus.Law.Assignment;
using Plus.Shared.Access.Records;

namespace Plus.Host.Demo.Organisation;

/// <summary>About 420 people of the Service, and one log-in for each role with a name that is easy to remember.</summary>
internal sealed class DemoStaff(
    DemoNames names,
    IReadOnlyList<DemoOffice> offices,
    CopyStore store,
    DemoRandom chance,
    DateOnly from,
    DateOnly confirmedOn
)
{
    /// <summary>User name of the demo, role. The first two work in the Rīga Centre office and its region.</summary>
    public static IReadOnlyList<(string UserName, string Role)> LogIns { get; } =
    [
        ("darbinieks", "caseManager"),
        ("vaditajs", "officeHead"),
        ("regions", "regionHead"),
        ("analitikis", "analyst"),
        ("metodikis", "methodologist"),
        ("kvalitate", "qualityReviewer"),
        ("starpnieks", "mediator"),
        ("uzraugs", "monitoringOfficer"),
        ("koordinators", "volunteerCoordinator"),
        ("kanceleja", "intakeClerk"),
        ("registrs", "registryClerk"),
        ("gramatvedis", "accountant"),
        ("datu-aizsardziba", "dataProtectionOfficer"),
        ("administrators", "administrator"),
    ];

    private const int CaseManagers = 330;
    private readonly string passwordHash = new PasswordHasher<object>().HashPassword(
        new object(),
        DemoOptions.Password
    );
    private readonly HashSet<string> userNames = new(StringComparer.Ordinal);

    /// <summary>The office of the first two who log in.</summary>
    public DemoOffice Home => offices.First(o => o.Code == "RA-CEN");

    /// <summary>The case manager who logs in as <c>darbinieks</c>.</summary>
    public StaffId LogInManager { get; private set; }

    /// <summary>The accountant who logs in as <c>gramatvedis</c>.</summary>
    public StaffId LogInAccountant { get; private set; }

    public async Task BuildAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "SELECT id FROM organisation.office WHERE kind = 'central' ORDER BY code LIMIT 1",
            connection
        );
        var central = new OfficeId((Guid)(await command.ExecuteScalarAsync(ct))!);
        var home = Home;
        foreach (var (userName, role) in LogIns)
        {
            var local = role is "caseManager" or "officeHead" or "regionHead" or "mediator" or "volunteerCoordinator";
            var id = Add(userName, role, local ? home.Id : central, logsIn: true);
            if (role == "caseManager")
            {
                LogInManager = id;
                home.Managers.Add(id);
            }
            else if (role == "accountant")
            {
                LogInAccountant = id;
            }
            else if (role == "mediator")
            {
                home.Mediators.Add(id);
            }
        }

        foreach (var office in offices)
        {
            Add(null, "officeHead", office.Id);
            office.Mediators.Add(Add(null, "mediator", office.Id));
        }

        foreach (var office in offices.Select(o => o.ForChildren).OfType<DemoOffice>().Distinct())
        {
            Add(null, "officeHead", office.Id, since: office.From);
            office.Mediators.Add(Add(null, "mediator", office.Id, since: office.From));
            for (var i = 0; i < 3; i++)
            {
                office.Managers.Add(Add(null, "caseManager", office.Id, since: office.From));
            }
        }

        var weights = offices.Sum(o => o.Weight);
        foreach (var office in offices)
        {
            var count = Math.Max(3, CaseManagers * office.Weight / weights) - office.Managers.Count;
            for (var i = 0; i < count; i++)
            {
                office.Managers.Add(Add(null, "caseManager", office.Id));
            }
        }
    }

    private StaffId Add(string? userName, string role, OfficeId office, bool logsIn = false, DateOnly? since = null)
    {
        var male = chance.Percent(15);
        var surname = chance.One(names.Surnames);
        var (given, family) = (chance.One(male ? names.Male : names.Female), male ? surname[0] : surname[1]);
        var staff = new Staff(StaffId.New(), userName ?? Free(given, family), given, family, since ?? from)
        {
            IsDemo = true,
        };
        if (logsIn)
        {
            staff.PasswordHash = passwordHash;
        }

        store.Add(staff);
        store.Add(new StaffPost(staff.Id, office, role, since ?? from).Confirm(null, confirmedOn));
        return staff.Id;
    }

    private string Free(string given, string family)
    {
        var name = Plain(given) + "." + Plain(family);
        for (var i = 2; !userNames.Add(name); i++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{Plain(given)}.{Plain(family)}{i}");
        }

        return name;
    }

    private static string Plain(string name) => Law.Identity.NameFolding.Fold(name).Replace(' ', '-');
}
