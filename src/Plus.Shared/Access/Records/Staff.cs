using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Access.Records;

/// <summary>A person who works with PLUS, and their log-in. Access ends after <see cref="ActiveTo"/> (the day counts).</summary>
public sealed class Staff
{
    private Staff() { }

    public Staff(StaffId id, string userName, string givenName, string surname, DateOnly activeFrom)
    {
        (Id, GivenName, Surname, ActiveFrom) = (id, givenName, surname, activeFrom);
        Rename(userName);
    }

    public StaffId Id { get; private set; }

    public string UserName { get; private set; } = "";

    public string NormalizedUserName { get; private set; } = "";

    public string GivenName { get; private set; } = "";

    public string Surname { get; private set; } = "";

    public string? Email { get; private set; }

    /// <summary>The number in the personnel register, by which an identity provider may know the person.</summary>
    public string? EmployeeNumber { get; private set; }

    /// <summary>Null until the person sets a password, and again after access was ended at once: nobody logs in with it.</summary>
    public string? PasswordHash { get; internal set; }

    /// <summary>Changes when the log-in changes; sessions made before then end.</summary>
    public string SecurityStamp { get; internal set; } = Guid.NewGuid().ToString("N");

    public DateTimeOffset? LockoutEnd { get; internal set; }

    public int FailedLogins { get; internal set; }

    public DateTimeOffset? LastLogIn { get; internal set; }

    public DateOnly ActiveFrom { get; private set; }

    public DateOnly? ActiveTo { get; private set; }

    /// <summary>The instant at which access ends by itself, sessions too; null while no end is arranged.</summary>
    public DateTimeOffset? EndsAt { get; private set; }

    /// <summary>An invented person of the demo service; may log in on loopback only.</summary>
    public bool IsDemo { get; internal set; }

    public uint Version { get; private set; }

    public string FullName => GivenName + " " + Surname;

    public bool ActiveOn(DateOnly day) => ActiveFrom <= day && (ActiveTo is null || day <= ActiveTo);

    /// <summary>Whether the person is let in at this instant of this day.</summary>
    public bool WelcomeAt(DateTimeOffset now, DateOnly today) => ActiveOn(today) && !HasLeftAt(now);

    public bool HasLeftAt(DateTimeOffset now) => EndsAt <= now;

    /// <summary>A log-in succeeded.</summary>
    public void Welcome(DateTimeOffset now) => (FailedLogins, LockoutEnd, LastLogIn) = (0, null, now);

    public void Rename(string userName)
    {
        UserName = userName;
        NormalizedUserName = userName.ToUpperInvariant();
    }

    public void ReachableBy(string? email) => Email = email;

    public void Numbered(string? employeeNumber) => EmployeeNumber = employeeNumber;

    public void Correct(string givenName, string surname) => (GivenName, Surname) = (givenName, surname);

    /// <summary>A new password: every session made with the old one ends, and a lock is lifted.</summary>
    public void UsePassword(string hash)
    {
        PasswordHash = hash;
        (FailedLogins, LockoutEnd) = (0, null);
        EndSessions();
    }

    /// <summary>A wrong password; after <paramref name="attempts"/> of them the log-in is locked for a while.</summary>
    public void CountFailure(DateTimeOffset now, int attempts, TimeSpan lockedFor)
    {
        FailedLogins++;
        if (FailedLogins >= attempts)
        {
            (FailedLogins, LockoutEnd) = (0, now + lockedFor);
        }
    }

    public void Unlock() => (FailedLogins, LockoutEnd) = (0, null);

    /// <summary>The person leaves.</summary>
    /// <param name="lastDay">Last day of posts; it counts.</param>
    /// <param name="endsAt">The instant from which on nothing opens any more, on that day or at its end.</param>
    /// <param name="atOnce">Access ends with this very act: there is no password any more.</param>
    public void Leave(DateOnly lastDay, DateTimeOffset endsAt, bool atOnce)
    {
        (ActiveTo, EndsAt) = (lastDay, endsAt);
        if (atOnce)
        {
            PasswordHash = null;
            EndSessions();
        }
    }

    /// <summary>Every session made until now is over.</summary>
    public void EndSessions() => SecurityStamp = Guid.NewGuid().ToString("N");
}

internal sealed class StaffTable : IEntityTypeConfiguration<Staff>
{
    public void Configure(EntityTypeBuilder<Staff> builder)
    {
        builder.ToTable("staff", "access");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.UserName).HasMaxLength(100);
        builder.Property(s => s.NormalizedUserName).HasMaxLength(100);
        builder.Property(s => s.GivenName).HasMaxLength(200).UseCollation(Collations.Latvian);
        builder.Property(s => s.Surname).HasMaxLength(200).UseCollation(Collations.Latvian);
        builder.Property(s => s.Email).HasMaxLength(254);
        builder.Property(s => s.EmployeeNumber).HasMaxLength(40);
        builder.HasIndex(s => s.EmployeeNumber).IsUnique();
        builder.Property(s => s.PasswordHash).HasMaxLength(400).IsSecret();
        builder.Property(s => s.SecurityStamp).HasMaxLength(40).IsSecret();
        builder.Property(s => s.Version).IsRowVersion();
        builder.HasIndex(s => s.NormalizedUserName).IsUnique();
    }
}
