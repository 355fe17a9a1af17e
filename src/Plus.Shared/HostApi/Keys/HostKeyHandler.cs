using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.HostApi.Records;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.HostApi.Keys;

/// <summary>Gives a host's system its key, shown once, and revokes it.</summary>
internal sealed class HostKeyHandler(PlusDb db, Processes processes, StaffAccessor staff, PlusClock clock)
{
    public const string Prefix = "plus-host-";

    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));

    public async Task<Outcome<string>> GiveAsync(HostEmployerId host, string name, int months, CancellationToken ct)
    {
        var today = clock.Today;
        if (
            !await db.Set<HostContract>()
                .AnyAsync(c => c.HostEmployerId == host && c.From <= today && (c.To == null || c.To >= today), ct)
        )
        {
            return new HostHasNoContractNow();
        }

        var key = Prefix + WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var made = new HostKey(
            host,
            name.Trim(),
            HashOf(key),
            clock.Now,
            clock.Now.AddMonths(months),
            staff.Current.Id
        );
        db.Add(made);
        var done = await processes.CommitAsync(new ProcessStart(HostApiModule.Given) { Subject = host.Value }, ct);
        return done.Done ? key : done.Refusal;
    }

    public async Task<Outcome<Unit>> RevokeAsync(HostEmployerId host, Guid id, CancellationToken ct)
    {
        var key = await db.Set<HostKey>()
            .SingleOrDefaultAsync(k => k.Id == id && k.HostEmployerId == host && k.RevokedAt == null, ct);
        if (key is null)
        {
            return new NoSuchRecord();
        }

        key.Revoke(clock.Now);
        return await processes.CommitAsync(new ProcessStart(HostApiModule.Revoked) { Subject = host.Value }, ct);
    }
}

/// <summary>Only a host with a contract in force has clients.</summary>
internal sealed record HostHasNoContractNow() : Refusal("hostApi.refusal.noContract");
