using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Keys.Ring;
using Plus.Shared.MailRoom;
using Plus.Shared.MailRoom.Records;
using Plus.Shared.MailRoom.Taking;

namespace Plus.Host.Demo.Intake;

/// <summary>
/// A few things that came in these days into the register of the office that the demo's case manager works in: some with
/// that person, one late, some that nobody has yet.
/// </summary>
internal static class DemoMailRoom
{
    private static readonly (IncomingChannel Channel, int DaysAgo, string Kind, string Sender, string Subject)[] Came =
    [
        (IncomingChannel.Post, 34, "application", "Klients", "Lūgums mainīt tikšanās laiku darba dēļ"),
        (IncomingChannel.ECase, 5, "ruling", "Tiesa", "Lēmums par pienākumu grozīšanu"),
        (
            IncomingChannel.EAddress,
            4,
            "institutionRequest",
            "Pašvaldības sociālais dienests",
            "Informācijas pieprasījums par klientu"
        ),
        (IncomingChannel.Hand, 3, "complaint", "Klienta pārstāvis", "Sūdzība par tikšanās laika noteikšanu"),
        (IncomingChannel.Email, 2, "informationRequest", "Žurnāla redakcija", "Par sabiedriskā darba vietām novadā"),
        (IncomingChannel.Email, 1, "other", "Darba devējs", "Darba laika uzskaites lapa"),
        (IncomingChannel.Post, 1, "notice", "Ieslodzījuma vieta", "Paziņojums par atbrīvošanu"),
        (IncomingChannel.EAddress, 0, "answer", "Narkoloģiskais dispanseris", "Atbilde uz pieprasījumu"),
    ];

    public static async Task TakeAsync(string ownerConnectionString, DateOnly today, CancellationToken ct)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new DemoMorning(today))
            .AddKernel(Doors.All, ownerConnectionString)
            .AddSingleton(KeyRing.InMemory()) // Nothing is sealed: what comes in brings no files here.
            .BuildServiceProvider();
        for (var i = 0; i < Came.Length; i++)
        {
            await using var scope = services.CreateAsyncScope();
            var staff = scope.ServiceProvider.GetRequiredService<StaffAccessor>();
            staff.Source = "demo";
            using var itself = staff.AsSystem("demo");
            await TakeAsync(scope.ServiceProvider, i, today, ct);
        }
    }

    private static async Task TakeAsync(IServiceProvider services, int place, DateOnly today, CancellationToken ct)
    {
        var db = services.GetRequiredService<PlusDb>();
        var manager = await db.Set<Staff>().SingleOrDefaultAsync(s => s.UserName == "darbinieks", ct);
        if (manager is null)
        {
            return; // A demo of years long past has nobody who logs in.
        }

        var office = await db.Set<StaffPost>()
            .Where(p => p.StaffId == manager.Id)
            .Select(p => p.OfficeId)
            .FirstAsync(ct);
        var client = await db.Set<Section>()
            .Where(s => s.ManagerId == manager.Id && s.ClosedOn == null)
            .OrderBy(s => s.Id)
            .Skip(place)
            .Select(s => (Kernel.Ids.ClientId?)s.ClientId)
            .FirstOrDefaultAsync(ct);
        var came = Came[place];
        var taken = await services
            .GetRequiredService<IncomingTaking>()
            .TakeAsync(
                new IncomingArrival(
                    came.Channel,
                    today.AddDays(-came.DaysAgo),
                    office,
                    came.Kind,
                    came.Sender,
                    came.Subject
                )
                {
                    Client = place % 2 == 0 ? client : null,
                },
                refuseWhole: false,
                ct
            );
        if (taken.Value is { } item && place is (0 or 2 or 3))
        {
            item.Assign(manager.Id);
            await services
                .GetRequiredService<Processes>()
                .CommitAsync(
                    new ProcessStart(MailRoomProcesses.Assigned)
                    {
                        Client = item.ClientId,
                        Subject = item.Id,
                        Values = new Dictionary<string, object?> { ["number"] = item.Number },
                    },
                    ct
                );
        }
    }
}
