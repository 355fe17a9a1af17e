using Microsoft.AspNetCore.Identity;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.Passwords;

/// <summary>Sets a password with a one-time link. Whoever holds the link is the person: it was handed over by hand.</summary>
internal sealed class SetPasswordHandler(
    PasswordLinks links,
    Processes processes,
    PlusClock clock,
    StaffAccessor staff,
    IPasswordHasher<Staff> hasher,
    PasswordRules rules
)
{
    public static readonly ProcessType Set = new("access.passwordSet");

    public async Task<Outcome<Staff>> SetAsync(string token, string password, string again, CancellationToken ct)
    {
        var opened = await links.OpenAsync(token, ct);
        if (!opened.Done)
        {
            return opened.Refusal;
        }

        var (link, person) = opened.Value;
        if (rules.Check(password, person) is { } refusal)
        {
            return refusal;
        }

        if (password != again)
        {
            return new PasswordsDiffer();
        }

        link.Use(clock.Now);
        person.UsePassword(hasher.HashPassword(person, password));
        staff.Current = new CurrentStaff { Id = person.Id };
        var committed = await processes.CommitAsync(new ProcessStart(Set) { Subject = person.Id.Value }, ct);
        staff.Current = CurrentStaff.Nobody;
        return committed.Done ? person : new PasswordLinkWorthless();
    }
}
