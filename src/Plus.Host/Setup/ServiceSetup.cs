using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Plus.Host.Database;
using Plus.Host.Storage;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.FirstStaff;
using Plus.Shared.Access.Passwords;
using Plus.Shared.Organisation.Delivered;

namespace Plus.Host.Setup;

/// <summary>
/// Turns an empty database into a real service's, all or nothing: its organisation, its people, one link. Nothing is
/// invented: without an organisation of its own the service begins with the delivered one and corrects it.
/// </summary>
internal sealed class ServiceSetup(string ownerConnectionString, TimeProvider time)
{
    /// <returns>The token of the first administrator's link.</returns>
    /// <exception cref="SetupException">The database is a demo, or not empty, or an office is not known.</exception>
    public async Task<string> RunAsync(
        OrganisationFile? organisation,
        IReadOnlyList<FirstPost> posts,
        string administrator,
        CancellationToken ct
    )
    {
        await using var source = NpgsqlDataSource.Create(ThroughPlus.Mark(ownerConnectionString));
        await using var db = PlusDbFactory.Create(source);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var connection = (NpgsqlConnection)transaction.GetDbTransaction().Connection!;
        await MustBeEmptyAsync(connection, ct);
        if (organisation is not null)
        {
            await ReplaceAsync(connection, organisation, ct);
        }

        await MustBeKnownAsync(connection, posts, ct);
        var clock = new PlusClock(time);
        var processes = new Processes(db, new StaffAccessor { Source = "init" }, clock);
        var token = await new FirstStaffHandler(db, processes, new PasswordLinks(db, clock), clock).AddAsync(
            posts,
            administrator,
            ct
        );
        if (!token.Done)
        {
            throw new SetupException(NotEmpty);
        }

        await DoAsync(
            connection,
            $"INSERT INTO kernel.mark (kind) VALUES ('{DatabaseMark.Real}') ON CONFLICT DO NOTHING",
            ct
        );
        await transaction.CommitAsync(ct);
        return token.Value;
    }

    private const string NotEmpty =
        "This database is not empty: people work with it or clients are in it. A service is set up once, in an empty one.";

    private static async Task MustBeEmptyAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        // Two setups at once: the second one waits here and then finds people.
        await DoAsync(connection, "LOCK TABLE access.staff IN SHARE ROW EXCLUSIVE MODE", ct);
        if (await DatabaseMark.ReadAsync(connection, ct) == DatabaseMark.Demo)
        {
            throw new SetupException(
                "This database is a demo for good: its people are invented. Set a real service up in another folder."
            );
        }

        await using var any = new NpgsqlCommand(
            """
            SELECT EXISTS (SELECT FROM access.staff) OR EXISTS (SELECT FROM clients.client)
                OR EXISTS (SELECT FROM exchange.intake_message)
            """,
            connection
        );
        if (await any.ExecuteScalarAsync(ct) is true)
        {
            throw new SetupException(NotEmpty);
        }
    }

    private static async Task ReplaceAsync(NpgsqlConnection connection, OrganisationFile own, CancellationToken ct)
    {
        await DoAsync(
            connection,
            "DELETE FROM organisation.office_territory; DELETE FROM organisation.office; DELETE FROM organisation.region",
            ct
        );
        await DeliveredOrganisation.AddMissingTerritoriesAsync(connection, own.Territories, ct);
        await OrganisationWriter.WriteAsync(connection, own, assumed: false, ct);
    }

    private static async Task MustBeKnownAsync(
        NpgsqlConnection connection,
        IReadOnlyList<FirstPost> posts,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand("SELECT array_agg(code) FROM organisation.office", connection);
        var offices = (string[])(await command.ExecuteScalarAsync(ct))!;
        if (posts.FirstOrDefault(p => !offices.Contains(p.Office, StringComparer.Ordinal)) is { } lost)
        {
            throw new SetupException(
                $"{lost.UserName}: office '{lost.Office}' is not known. Known: {string.Join(", ", offices)}."
            );
        }
    }

    private static async Task DoAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}
