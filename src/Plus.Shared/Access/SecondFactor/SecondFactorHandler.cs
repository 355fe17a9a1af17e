using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.LogIn;
using Plus.Shared.Access.Records;
using Plus.Shared.Access.StaffDirectory;

namespace Plus.Shared.Access.SecondFactor;

/// <summary>Setting the second factor up, turning it off, and lifting it for somebody who lost it.</summary>
internal sealed class SecondFactorHandler(
    PlusDb db,
    Processes processes,
    PlusClock clock,
    StaffAccessor staff,
    StaffScope scope,
    IDataProtectionProvider protection,
    SecondFactorCheck check
)
{
    public static readonly ProcessType TurnedOn = new("access.secondFactorOn");

    public static readonly ProcessType TurnedOff = new("access.secondFactorOff");

    public static readonly ProcessType Reset = new("access.secondFactorReset");

    /// <summary>Takes the secret once a code shows that the authenticator has it; gives the recovery codes, this once.</summary>
    public async Task<Outcome<SecondFactorSetUp>> TurnOnAsync(string? sealedKey, string code, CancellationToken ct)
    {
        var id = staff.Current.Id!.Value;
        if (await db.Set<Records.SecondFactor>().AnyAsync(s => s.StaffId == id, ct))
        {
            return new SecondFactorIsOn();
        }

        if (AuthenticatorSecret.Unseal(protection, id, sealedKey) is not { } secret)
        {
            return new SecondFactorFormTooOld();
        }

        if (secret.StepOf(code, clock.Now) is not { } step)
        {
            return new CodeWrong();
        }

        db.Add(new Records.SecondFactor(id, secret.Encrypt(protection), step, clock.Now));
        var codes = RecoveryCodes.New();
        db.AddRange(codes.Select(c => new RecoveryCode(id, RecoveryCodes.Hash(c))));
        var person = await db.Set<Staff>().SingleAsync(s => s.Id == id, ct);
        person.EndSessions();
        var done = await processes.CommitAsync(new ProcessStart(TurnedOn) { Subject = id.Value }, ct);
        return done.Done ? new SecondFactorSetUp(person, codes) : done.Refusal;
    }

    /// <summary>Only with a code. A role that asks for a second factor rests until there is one again.</summary>
    public async Task<Outcome<Staff>> TurnOffAsync(string code, CancellationToken ct)
    {
        var id = staff.Current.Id!.Value;
        var person = await db.Set<Staff>().SingleAsync(s => s.Id == id, ct);
        if (await check.AgainstAsync(person, code, ct) is { } refusal)
        {
            return refusal;
        }

        await RemoveAsync(id, ct);
        person.EndSessions();
        var done = await processes.CommitAsync(new ProcessStart(TurnedOff) { Subject = id.Value }, ct);
        return done.Done ? person : done.Refusal;
    }

    /// <summary>An administrator lifts it for somebody who lost the telephone and the paper; never for themselves.</summary>
    public async Task<Outcome<Unit>> ResetAsync(StaffId id, CancellationToken ct)
    {
        if (id == staff.Current.Id)
        {
            return new OwnSecondFactorIsResetByAnother();
        }

        var person = await scope.Visible(AccessPermissions.StaffManage).SingleOrDefaultAsync(s => s.Id == id, ct);
        if (person is null)
        {
            return new NoSuchRecord();
        }

        await RemoveAsync(id, ct);
        db.RemoveRange(await db.Set<Passkey>().Where(p => p.StaffId == id).ToListAsync(ct));
        person.EndSessions();
        return await processes.CommitAsync(new ProcessStart(Reset) { Subject = id.Value }, ct);
    }

    /// <summary>Whether one of the person's roles, today, asks for a second factor.</summary>
    public async Task<bool> IsAskedOfAsync(StaffId id, CancellationToken ct)
    {
        var today = clock.Today;
        return await (
            from post in db.Set<StaffPost>()
            join role in db.Set<Role>() on post.RoleCode equals role.Code
            where post.StaffId == id && post.From <= today && (post.To == null || post.To >= today) && role.Privileged
            select post.Id
        ).AnyAsync(ct);
    }

    private async Task RemoveAsync(StaffId id, CancellationToken ct)
    {
        db.RemoveRange(await db.Set<Records.SecondFactor>().Where(s => s.StaffId == id).ToListAsync(ct));
        db.RemoveRange(await db.Set<RecoveryCode>().Where(c => c.StaffId == id).ToListAsync(ct));
    }
}

/// <summary>The codes are shown once.</summary>
internal sealed record SecondFactorSetUp(Staff Person, IReadOnlyList<string> Codes);

internal sealed record CodeWrong() : Refusal("access.secondFactor.wrong")
{
    public override string Field => "Code";
}

internal sealed record SecondFactorFormTooOld() : Refusal("access.secondFactor.tooOld");

/// <summary>A new one takes the place of the old one only after a code of the old one turned it off.</summary>
internal sealed record SecondFactorIsOn() : Refusal("access.secondFactor.onAlready");

internal sealed record OwnSecondFactorIsResetByAnother() : Refusal("access.secondFactor.byAnother");
