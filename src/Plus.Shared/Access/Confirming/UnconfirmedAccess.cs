using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Leaving;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.Confirming;

/// <summary>
/// The night after a half-year: access that nobody confirmed in it ends with its last day. The last one who can manage
/// staff stays, else nobody could ever be let in again; that the post was passed over stays visible on the list.
/// </summary>
internal static class UnconfirmedAccess
{
    public static readonly ProcessType Ended = new("access.unconfirmedEnded");

    public static NightlyJob Job { get; } = new("access.unconfirmed", new TimeOnly(0, 20), RunAsync);

    private static async Task RunAsync(IServiceProvider services, CancellationToken ct) =>
        await EndAsync(
            services.GetRequiredService<PlusDb>(),
            services.GetRequiredService<Processes>(),
            services.GetRequiredService<LastAdministrator>(),
            services.GetRequiredService<PlusClock>(),
            ct
        );

    /// <returns>How many posts ended.</returns>
    public static async Task<int> EndAsync(
        PlusDb db,
        Processes processes,
        LastAdministrator administrators,
        PlusClock clock,
        CancellationToken ct
    )
    {
        var over = ConfirmationRound.Of(clock.Today).Previous;
        var posts = await db.Set<StaffPost>()
            .Where(p =>
                p.From < over.Begin
                && (p.To == null || p.To > over.End)
                && (p.ConfirmedOn == null || p.ConfirmedOn < over.Begin)
            )
            .OrderBy(p => p.From)
            .ToListAsync(ct);
        var ended = 0;
        foreach (var post in posts)
        {
            if (await administrators.WouldBeGoneAsync(withoutPost: post.Id, ct: ct))
            {
                continue;
            }

            post.End(over.End);
            await processes.CommitAsync(
                new ProcessStart(Ended)
                {
                    Subject = post.StaffId.Value,
                    OnDay = over.End,
                    Values = new Dictionary<string, object?> { ["role"] = post.RoleCode, ["until"] = over.End },
                },
                ct
            );
            ended++;
        }

        return ended;
    }
}
