using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Time;
using Plus.Shared.Access.Leaving;
using Plus.Shared.Access.Posts;

namespace Plus.Shared.Access.Confirming;

/// <summary>Says of several people at once that they still need their access, or ends it where they do not.</summary>
internal sealed class ConfirmAccessHandler(
    Processes processes,
    StaffAccessor staff,
    PlusClock clock,
    ConfirmationList list,
    LastAdministrator administrators
)
{
    public static readonly ProcessType Confirmed = new("access.confirmed");

    /// <returns>How many; posts that another confirmed meanwhile are passed over.</returns>
    public async Task<Outcome<int>> ConfirmAsync(IReadOnlyCollection<Guid> chosen, CancellationToken ct)
    {
        var posts = await list.Waiting().Where(p => chosen.Contains(p.Id)).ToListAsync(ct);
        if (posts.Count == 0)
        {
            return new NobodyChosen();
        }

        posts.ForEach(p => p.Confirm(staff.Current.Id, clock.Today));
        var done = await processes.CommitAsync(
            new ProcessStart(Confirmed)
            {
                Values = new Dictionary<string, object?> { ["count"] = posts.Count, ["until"] = list.Round.End },
            },
            ct
        );
        return done.Done ? posts.Count : done.Refusal;
    }

    /// <summary>Ends the chosen posts at once, with a reason.</summary>
    public async Task<Outcome<int>> EndAsync(IReadOnlyCollection<Guid> chosen, string? reason, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(reason))
        {
            return new ReasonForEndingMissing();
        }

        var posts = await list.Waiting().Where(p => chosen.Contains(p.Id)).ToListAsync(ct);
        if (posts.Count == 0)
        {
            return new NobodyChosen();
        }

        // One after another: each is somebody's own process, and the last administrator is found on what is saved.
        foreach (var post in posts)
        {
            if (await administrators.WouldBeGoneAsync(withoutPost: post.Id, ct: ct))
            {
                return new LastAdministratorWouldLeave();
            }

            post.End(clock.Today.AddDays(-1));
            var done = await processes.CommitAsync(
                new ProcessStart(EndPostHandler.Ended)
                {
                    Subject = post.StaffId.Value,
                    Reason = reason.Trim(),
                    Values = new Dictionary<string, object?> { ["role"] = post.RoleCode },
                },
                ct
            );
            if (!done.Done)
            {
                return done.Refusal;
            }
        }

        return posts.Count;
    }
}

internal sealed record NobodyChosen() : Refusal("access.confirm.nobody");

internal sealed record ReasonForEndingMissing() : Refusal("access.confirm.reasonMissing")
{
    public override string Field => "Reason";
}
