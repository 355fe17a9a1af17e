using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Passwords;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.StaffDirectory;

/// <summary>What an administrator does for somebody who cannot log in: a new link, or lifting the lock.</summary>
internal sealed class StaffLogInHandler(Processes processes, PlusClock clock, PasswordLinks links, StaffScope scope)
{
    public static readonly ProcessType Unlocked = new("access.staffUnlocked");

    /// <summary>A new one-time link. The old password stays good until the link is used.</summary>
    public async Task<Outcome<string>> NewLinkAsync(StaffId id, CancellationToken ct)
    {
        var person = await FindAsync(id, ct);
        if (person is null)
        {
            return new NoSuchRecord();
        }

        if (person.ActiveTo <= clock.Today)
        {
            return new AccessHasEnded();
        }

        var token = await links.NewForAsync(person, ct);
        var committed = await processes.CommitAsync(new ProcessStart(PasswordLinks.Made) { Subject = id.Value }, ct);
        return committed.Done ? token : committed.Refusal;
    }

    public async Task<Outcome<Unit>> UnlockAsync(StaffId id, CancellationToken ct)
    {
        var person = await FindAsync(id, ct);
        if (person is null)
        {
            return new NoSuchRecord();
        }

        person.Unlock();
        return await processes.CommitAsync(new ProcessStart(Unlocked) { Subject = id.Value }, ct);
    }

    private Task<Staff?> FindAsync(StaffId id, CancellationToken ct) =>
        scope.Visible(AccessPermissions.StaffManage).SingleOrDefaultAsync(s => s.Id == id, ct);
}

/// <summary>Whoever left does not get a link; they are taken on anew.</summary>
internal sealed record AccessHasEnded() : Refusal("access.staff.accessHasEnded");
