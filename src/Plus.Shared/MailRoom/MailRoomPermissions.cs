using Plus.Kernel.Access;

namespace Plus.Shared.MailRoom;

/// <summary>What may be done with what comes in.</summary>
public static class MailRoomPermissions
{
    /// <summary>See the register of one's offices, and what is assigned to oneself.</summary>
    public const string View = "mailroom.view";

    /// <summary>Register, say whom it concerns, assign.</summary>
    public const string Register = "mailroom.register";

    public static readonly Permission[] All =
    [
        new(View) { OfPeople = true, Word = Word },
        new(Register) { OfPeople = true, Word = Word },
    ];

    // By it the database's policies know who may read what concerns no client yet.
    private const string Word = "mailroom";
}
