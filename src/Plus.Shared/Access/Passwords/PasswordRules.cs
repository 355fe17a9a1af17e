using Microsoft.Extensions.Logging;
using Plus.Kernel.Results;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.Passwords;

/// <summary>What a password must be: long, and nothing that others guess. Kinds of characters are not asked.</summary>
internal sealed partial class PasswordRules(BreachedPasswords breached, ILogger<PasswordRules> log)
{
    public const int Shortest = 12;

    public const int Longest = 128;

    /// <summary>Null when the password will do.</summary>
    public Refusal? Check(string password, Staff person)
    {
        if (password.Length < Shortest)
        {
            return new PasswordTooShort();
        }

        if (password.Length > Longest)
        {
            return new PasswordTooLong();
        }

        var plain = CommonPasswords.Plain(password);
        string[] names = [person.UserName, person.GivenName, person.Surname];
        if (names.Any(n => n.Length > 2 && plain.Contains(CommonPasswords.Plain(n), StringComparison.Ordinal)))
        {
            return new PasswordHoldsYourName();
        }

        if (CommonPasswords.Holds(password))
        {
            return new PasswordTooCommon();
        }

        try
        {
            return breached.Holds(password) ? new PasswordBreached() : null;
        }
        catch (BreachedListException e)
        {
            ListUnavailable(e.Message);
            return new BreachedListUnavailable();
        }
    }

    // The sentence names the file, never the password.
    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "{Why}")]
    private partial void ListUnavailable(string why);
}

internal sealed record PasswordTooShort() : Refusal("access.password.tooShort")
{
    public override string Field => "Password";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["shortest"] = PasswordRules.Shortest };
}

internal sealed record PasswordTooLong() : Refusal("access.password.tooLong")
{
    public override string Field => "Password";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["longest"] = PasswordRules.Longest };
}

internal sealed record PasswordTooCommon() : Refusal("access.password.tooCommon")
{
    public override string Field => "Password";
}

/// <summary>It stands in the list of passwords that became known.</summary>
internal sealed record PasswordBreached() : Refusal("access.password.breached")
{
    public override string Field => "Password";
}

/// <summary>Without its list the service takes no new passwords: a bad one would be set unseen.</summary>
internal sealed record BreachedListUnavailable() : Refusal("access.password.listUnavailable")
{
    public override string Field => "Password";
}

internal sealed record PasswordHoldsYourName() : Refusal("access.password.holdsYourName")
{
    public override string Field => "Password";
}

/// <summary>The password typed again is another one.</summary>
internal sealed record PasswordsDiffer() : Refusal("access.password.differ")
{
    public override string Field => "Again";
}
