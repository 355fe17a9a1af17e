using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Passwords;
using Plus.Shared.Access.Records;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.Access.FirstStaff;

/// <summary>The first people of a new service, and the link with which the first administrator gets in.</summary>
internal sealed class FirstStaffHandler(PlusDb db, Processes processes, PasswordLinks links, PlusClock clock)
{
    public static readonly ProcessType SetUp = new("access.serviceSetUp");

    /// <param name="posts">Every post of everybody; the offices' codes are known.</param>
    /// <param name="administrator">User name of the one who gets the link.</param>
    public async Task<Outcome<string>> AddAsync(
        IReadOnlyList<FirstPost> posts,
        string administrator,
        CancellationToken ct
    )
    {
        if (await db.Set<Staff>().AnyAsync(ct))
        {
            return new StaffAlreadyThere();
        }

        var offices = await db.Set<Office>().ToDictionaryAsync(o => o.Code, o => o.Id, ct);
        Staff? first = null;
        foreach (var person in posts.GroupBy(p => p.UserName, StringComparer.OrdinalIgnoreCase))
        {
            var data = person.First();
            var added = new Staff(StaffId.New(), data.UserName, data.GivenName, data.Surname, person.Min(p => p.From));
            added.ReachableBy(data.Email);
            db.Add(added);
            foreach (var post in person)
            {
                db.Add(new StaffPost(added.Id, offices[post.Office], post.Role, post.From).Confirm(null, clock.Today));
            }

            first = string.Equals(person.Key, administrator, StringComparison.OrdinalIgnoreCase) ? added : first;
        }

        var token = await links.NewForAsync(
            first ?? throw new ArgumentException("The administrator is not among the posts.", nameof(administrator)),
            ct
        );
        var committed = await processes.CommitAsync(new ProcessStart(SetUp) { Subject = first.Id.Value }, ct);
        return committed.Done ? token : committed.Refusal;
    }
}

/// <summary>People work with this database already.</summary>
internal sealed record StaffAlreadyThere() : Refusal("access.firstStaff.alreadyThere");
