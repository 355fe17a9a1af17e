using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.HostPages.Records;
using Plus.Shared.Outbox.Records;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.HostPages.Giving;

/// <summary>What is shown once when an access is given.</summary>
internal sealed record NewAccess(string Code, string Email, DateTimeOffset ExpiresAt);

/// <summary>Gives a contact person an access of their own, opens it with its code, and revokes it.</summary>
internal sealed class GiveAccessHandler(PlusDb db, Processes processes, StaffAccessor staff, PlusClock clock)
{
    public async Task<Outcome<NewAccess>> GiveAsync(
        HostEmployerId host,
        Guid contact,
        string origin,
        CancellationToken ct
    )
    {
        var today = clock.Today;
        var person = await db.Set<HostContact>()
            .SingleOrDefaultAsync(
                c => c.Id == contact && c.HostEmployerId == host && (c.To == null || c.To >= today),
                ct
            );
        if (person is null)
        {
            return new NoSuchRecord();
        }

        if (string.IsNullOrEmpty(person.Email))
        {
            return new ContactHasNoEmail();
        }

        if (
            !await db.Set<HostContract>()
                .AnyAsync(c => c.HostEmployerId == host && c.From <= today && (c.To == null || c.To >= today), ct)
        )
        {
            return new HostIsWithoutContract();
        }

        foreach (
            var older in await db.Set<HostAccess>()
                .Where(a => a.ContactId == contact && a.RevokedAt == null)
                .ToListAsync(ct)
        )
        {
            older.Revoke(clock.Now);
        }

        var (id, code) = (Guid.CreateVersion7(), AccessLinks.NewCode());
        var access = new HostAccess(
            id,
            host,
            contact,
            AccessLinks.HashOf(id, code),
            origin,
            clock.Now,
            clock.Now + Entering.HostSession.Life,
            staff.Current.Id
        );
        db.AddRange(access, new OutboxMessage("email", HostLink.KindCode, id, null, clock.Now));
        var done = await processes.CommitAsync(new ProcessStart(HostPagesModule.Given) { Subject = access.Id }, ct);
        return done.Done ? new NewAccess(code, person.Email, access.ExpiresAt) : done.Refusal;
    }

    public async Task<Outcome<Unit>> RevokeAsync(HostEmployerId host, Guid id, CancellationToken ct)
    {
        var access = await db.Set<HostAccess>()
            .SingleOrDefaultAsync(a => a.Id == id && a.HostEmployerId == host && a.RevokedAt == null, ct);
        if (access is null)
        {
            return new NoSuchRecord();
        }

        access.Revoke(clock.Now);
        return await processes.CommitAsync(new ProcessStart(HostPagesModule.Revoked) { Subject = id }, ct);
    }

    /// <summary>Whether a link still opens.</summary>
    public async Task<bool> OpensAsync(string token, CancellationToken ct)
    {
        var hash = AccessLinks.HashOf(token);
        var access = await db.Set<HostAccess>().AsNoTracking().SingleOrDefaultAsync(a => a.TokenHash == hash, ct);
        return access?.OpensAt(clock.Now) == true;
    }

    /// <summary>Opens a link with its code, once.</summary>
    public async Task<Outcome<Guid>> OpenAsync(string token, string code, CancellationToken ct)
    {
        var hash = AccessLinks.HashOf(token);
        var access = await db.Set<HostAccess>().SingleOrDefaultAsync(a => a.TokenHash == hash, ct);
        if (access is null || !access.OpensAt(clock.Now))
        {
            return new NoSuchRecord();
        }

        if (!AccessLinks.Same(access.CodeHash, AccessLinks.HashOf(access.Id, code)))
        {
            access.WrongCode();
            var noted = await processes.CommitAsync(
                new ProcessStart(HostPagesModule.WrongCode) { Subject = access.Id },
                ct
            );
            return noted.Done ? new CodeIsWrong(HostAccess.MostTries - access.WrongCodes) : noted.Refusal;
        }

        access.Open(clock.Now);
        var done = await processes.CommitAsync(new ProcessStart(HostPagesModule.Opened) { Subject = access.Id }, ct);
        return done.Done ? access.Id : done.Refusal;
    }
}

/// <summary>The link goes by e-mail.</summary>
internal sealed record ContactHasNoEmail() : Refusal("hostPages.refusal.noEmail")
{
    public override string? Field => "Contact";
}

/// <summary>Only a host with a contract in force has clients.</summary>
internal sealed record HostIsWithoutContract() : Refusal("hostPages.refusal.noContract");

/// <summary>The code does not belong to the link.</summary>
internal sealed record CodeIsWrong(int Left) : Refusal("hostPages.refusal.wrongCode")
{
    public override string? Field => "Code";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["left"] = Left };
}
