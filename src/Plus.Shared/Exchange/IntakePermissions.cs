using Plus.Kernel.Access;

namespace Plus.Shared.Exchange;

/// <summary>What may be done with messages from outside.</summary>
public static class IntakePermissions
{
    public const string View = "intake.view";
    public const string Upload = "intake.upload";
    public const string Settle = "intake.settle";

    public static readonly Permission[] All =
    [
        new(View) { OfPeople = true, Word = Word },
        new(Upload) { Word = Word },
        new(Settle) { OfPeople = true, Word = Word },
    ];

    // By it the database's policies know who may read messages as they came.
    private const string Word = "intake";
}
