using Microsoft.EntityFrameworkCore;
using Npgsql;
using Plus.Host.Storage;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Rules.Current;
using Plus.Shared.Tasks.Sync;

namespace Plus.Host.Demo;

/// <summary>Computes the tasks of all open sections by the law, as the night does.</summary>
internal static class DemoTasks
{
    private const int Batch = 500;

    public static async Task AlignAsync(NpgsqlDataSource source, DateOnly today, CancellationToken ct)
    {
        var doors = new FunctionDoors(Doors.All);
        var clock = new PlusClock(new DemoMorning(today));
        var most = new ParallelOptions { MaxDegreeOfParallelism = DemoBuilder.AtOnce, CancellationToken = ct };
        await Parallel.ForEachAsync(
            (await OpenAsync(source, ct)).Chunk(Batch),
            most,
            async (sections, stop) =>
            {
                await using var db = PlusDbFactory.Create(source);
                var staff = new Kernel.Access.StaffAccessor();
                using var itself = staff.AsSystem("demo");
                await new TaskSync(db, new TaskFacts(db, doors), new CurrentRules(db), staff, clock).AlignAsync(
                    sections,
                    stop
                );
                await new Kernel.Audit.Processes(db, staff, clock).SaveBookkeepingAsync(stop);
            }
        );
    }

    private static async Task<List<SectionId>> OpenAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "SELECT id FROM cases.section WHERE closed_on IS NULL AND annulled_on IS NULL ORDER BY id"
        );
        await using var reader = await command.ExecuteReaderAsync(ct);
        var open = new List<SectionId>();
        while (await reader.ReadAsync(ct))
        {
            open.Add(new SectionId(reader.GetGuid(0)));
        }

        return open;
    }
}
