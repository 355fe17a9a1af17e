namespace Plus.Shared.Exchange.Takeover.Contract;

/// <summary>
/// What is odd about a row that was taken all the same: today's rules would refuse it, or something is not known. Text
/// <c>takeover.mark.&lt;code&gt;</c>. Of hours also the reason codes of the law of hours.
/// </summary>
public static class TakeoverMarks
{
    public const string NoPersonalCode = "noPersonalCode";
    public const string CodeMalformed = "codeMalformed";
    public const string CheckDigitDiffers = "check_digit_differs";
    public const string ImpossibleDate = "impossible_date";
    public const string BirthDateDiffers = "birth_date_differs";
    public const string BirthDateFromCode = "birthDateFromCode";
    public const string PossibleDuplicate = "possibleDuplicate";
    public const string NewSurname = "newSurname";
    public const string UnknownTerritory = "unknownTerritory";
    public const string UnknownOfficer = "unknownOfficer";
    public const string NoOfficer = "noOfficer";
    public const string NoTime = "noTime";
    public const string NoRegistration = "noRegistration";
    public const string AmountOutsideLimits = "amountOutsideLimits";
    public const string TermNotComputed = "termNotComputed";
    public const string InForceBeforeIssued = "inForceBeforeIssued";
    public const string OutsideSection = "outsideSection";
    public const string NoHost = "noHost";
    public const string LawNotKnown = "lawNotKnown";

    /// <summary>The rules of hours that a row of the past may break.</summary>
    public static IReadOnlyList<string> OfHours { get; } =
    [
        Law.ReasonCodes.HoursWithoutRegistration,
        Law.ReasonCodes.HoursBeforeRegistration,
        Law.ReasonCodes.HoursAfterClosing,
        Law.ReasonCodes.HoursDuringSuspension,
        Law.ReasonCodes.HoursOverDailyLimit,
        Law.ReasonCodes.HoursOverDailyLimitConsentMissing,
        Law.ReasonCodes.HoursOverWeeklyLimit,
        Law.ReasonCodes.HoursOverImposedAmount,
        Law.ReasonCodes.ImposedAmountAlreadyServed,
    ];

    public static IReadOnlyList<string> All { get; } =
    [
        .. typeof(TakeoverMarks).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!),
        .. OfHours,
    ];
}
