using Plus.Kernel.Results;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.Passwords;

/// <summary>What a password must be: long, and nothing that others guess. Kinds of characters are not asked.</summary>
internal static class PasswordRules
{
    public const int Shortest = 12;

    public const int Longest = 128;

    /// <summary>Null when the password will do.</summary>
    public static Refusal? Check(string password, Staff person)
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

        return CommonPasswords.Holds(password) ? new PasswordTooCommon() : null;
    }
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

internal sealed record PasswordHoldsYourName() : Refusal("access.password.holdsYourName")
{
    public override string Field => "Password";
}

/// <summary>The password typed again is another one.</summary>
internal sealed record PasswordsDiffer() : Refusal("access.password.differ")
{
    public override string Field => "Again";
}
