using Plus.Host.Commands;
using Plus.Host.Database;
using Plus.Kernel.Time;
using Plus.Shared.Access.FirstStaff;
using Plus.Shared.Organisation.Delivered;

namespace Plus.Host.Setup;

/// <summary><c>plus init</c>: an empty real service.</summary>
internal static class InitCommand
{
    private const string Usage =
        "Usage: plus init [--data DIR] [--organisation DIR] [--staff FILE.csv] [--administrator USER --given-name NAME --surname NAME] [--address URL]";

    internal static async Task<int> RunAsync(string[] args)
    {
        var data = DataOption.Take(ref args);
        var given = InitOptions.Read(args);
        var (organisation, posts, administrator) = ReadFiles(given);
        await using var database = await DatabaseAccess.UseAsync(
            DatabaseSettings.FromEnvironment(data),
            Console.Error.WriteLine,
            default
        );
        string token;
        try
        {
            token = await new ServiceSetup(database.OwnerConnectionString, TimeProvider.System).RunAsync(
                organisation,
                posts,
                administrator,
                default
            );
        }
        catch (SetupException e)
        {
            throw new CommandException(e.Message);
        }

        Console.Error.WriteLine(
            $"The service is set up with {posts.Select(p => p.UserName).Distinct(StringComparer.OrdinalIgnoreCase).Count()} people. {administrator} is the first administrator and sets a password here, once, within 72 hours:"
        );
        Console.WriteLine($"{given.Address}/set-password/{token}");
        return 0;
    }

    private static (OrganisationFile?, IReadOnlyList<FirstPost>, string) ReadFiles(InitOptions given)
    {
        try
        {
            var organisation = given.Organisation is null ? null : OrganisationCsv.Read(given.Organisation);
            var posts = given.Staff is null ? [] : StaffCsv.Read(given.Staff).ToList();
            var named = posts.Find(p => p.Role == "administrator")?.UserName;
            if (given.Administrator is { } user && posts.TrueForAll(p => p.UserName != user))
            {
                var central = (organisation ?? DeliveredOrganisation.Read()).Offices.Single(o => o.Kind == "central");
                posts.Add(
                    new FirstPost(
                        user,
                        given.GivenName
                            ?? throw new SetupException("--administrator needs --given-name and --surname."),
                        given.Surname ?? throw new SetupException("--administrator needs --given-name and --surname."),
                        null,
                        central.Code,
                        "administrator",
                        new PlusClock(TimeProvider.System).Today
                    )
                );
                named = user;
            }

            return (
                organisation,
                posts,
                named
                    ?? throw new SetupException(
                        "Nobody is an administrator: give a line with the role administrator in --staff, or --administrator with --given-name and --surname."
                    )
            );
        }
        catch (SetupException e)
        {
            throw new CommandException(e.Message + Environment.NewLine + Usage, 2);
        }
    }
}

/// <summary>What stands on the command line of init.</summary>
internal sealed record InitOptions
{
    public string? Organisation { get; private set; }

    public string? Staff { get; private set; }

    public string? Administrator { get; private set; }

    public string? GivenName { get; private set; }

    public string? Surname { get; private set; }

    public string Address { get; private set; } = "http://localhost:5080";

    public static InitOptions Read(string[] args)
    {
        var read = new InitOptions();
        for (var i = 0; i < args.Length; i += 2)
        {
            if (i + 1 >= args.Length)
            {
                throw new CommandException($"init: {args[i]} needs a value.", 2);
            }

            var value = args[i + 1];
            switch (args[i])
            {
                case "--organisation":
                    read.Organisation = value;
                    break;
                case "--staff":
                    read.Staff = value;
                    break;
                case "--administrator":
                    read.Administrator = value;
                    break;
                case "--given-name":
                    read.GivenName = value;
                    break;
                case "--surname":
                    read.Surname = value;
                    break;
                case "--address":
                    read.Address = value.TrimEnd('/');
                    break;
                default:
                    throw new CommandException($"init knows no '{args[i]}'; see plus init --help.", 2);
            }
        }

        return read;
    }
}
