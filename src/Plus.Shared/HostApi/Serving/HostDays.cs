using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Plus.Kernel.Ids;
using Plus.Shared.HostPages.Entering;
using Plus.Shared.HostPages.Working;

namespace Plus.Shared.HostApi.Serving;

/// <summary>One day of a client as a host's system sees it.</summary>
/// <param name="Version">The version token, to be sent back with <c>If-Match</c>.</param>
internal sealed record HostDay(
    DateOnly Day,
    string? PlannedStart,
    int? PlannedMinutes,
    int? CreditedMinutes,
    int? NotCreditedMinutes,
    bool Absent,
    string Version
);

/// <summary>A client with the days asked for. Nothing of the offence, the measure or the person beyond the name.</summary>
internal sealed record HostClientDays(Guid Client, string Name, string? Work, IReadOnlyList<HostDay> Days);

/// <summary>A schedule of a host.</summary>
internal sealed record HostSchedule(DateOnly From, DateOnly To, IReadOnlyList<HostClientDays> Clients);

/// <summary>Reads days for a host's system, each with its version token.</summary>
internal sealed class HostDays(HostSession session, HostWorkReader reader)
{
    public async Task<(HostSchedule Schedule, IReadOnlyList<ClientId> Seen)> ReadAsync(
        DateOnly from,
        DateOnly to,
        CancellationToken ct
    )
    {
        var clients = await reader.ReadAsync(session.Visitor.Host, from, to, ct);
        var shown = clients.Select(c => new HostClientDays(
            c.Section.Value,
            c.Name,
            c.Work,
            [.. c.Planned.Keys.Union(c.Worked.Keys).Order().Select(d => Of(c, d))]
        ));
        return (new HostSchedule(from, to, [.. shown]), [.. clients.Select(c => c.Client)]);
    }

    /// <summary>One day of one client; null when the client is not sent to the host on it.</summary>
    public async Task<(HostDay Day, ClientId Client)?> FindAsync(
        SectionId section,
        DateOnly day,
        CancellationToken ct
    ) =>
        (await reader.ReadAsync(session.Visitor.Host, day, day, ct)).FirstOrDefault(c => c.Section == section) is { } c
            ? (Of(c, day), c.Client)
            : null;

    private static HostDay Of(HostClient client, DateOnly day)
    {
        var planned = client.Planned.GetValueOrDefault(day);
        var worked = client.Worked.GetValueOrDefault(day);
        var absent = client.Absent.Contains(day);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"{client.Section};{day:yyyy-MM-dd};{planned?.Start};{planned?.Minutes};{worked?.CreditedMinutes};{worked?.RefusedMinutes};{absent}"
        );
        return new HostDay(
            day,
            planned is null
                ? null
                : string.Create(CultureInfo.InvariantCulture, $"{planned.Start / 60:00}:{planned.Start % 60:00}"),
            planned?.Minutes,
            worked?.CreditedMinutes,
            worked?.RefusedMinutes,
            absent,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32]
        );
    }
}
