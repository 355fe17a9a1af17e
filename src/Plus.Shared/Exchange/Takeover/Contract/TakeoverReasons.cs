namespace Plus.Shared.Exchange.Takeover.Contract;

/// <summary>Why a row stays in quarantine. Text <c>takeover.reason.&lt;code&gt;</c>, in both languages.</summary>
public static class TakeoverReasons
{
    // It is no row.
    public const string NotJson = "notJson";
    public const string NotPlain = "notPlain";
    public const string FieldTwice = "fieldTwice";
    public const string UnreadableText = "unreadableText";
    public const string RowTooLong = "rowTooLong";
    public const string OpenQuote = "openQuote";
    public const string MisplacedQuote = "misplacedQuote";
    public const string WrongCellCount = "wrongCellCount";

    // A field breaks the contract.
    public const string Missing = "missing";
    public const string TooLong = "tooLong";
    public const string NoSuchDay = "noSuchDay";
    public const string DayOutOfRange = "dayOutOfRange";
    public const string FutureDay = "futureDay";
    public const string NoSuchTime = "noSuchTime";
    public const string NotWhole = "notWhole";
    public const string Negative = "negative";
    public const string TooLarge = "tooLarge";
    public const string NotTrueOrFalse = "notTrueOrFalse";
    public const string UnknownCode = "unknownCode";
    public const string NoArticle = "noArticle";
    public const string NotAHash = "notAHash";

    // The row is impossible in itself.
    public const string EndBeforeBegin = "endBeforeBegin";
    public const string BeforeBirth = "beforeBirth";
    public const string OutcomeWithoutClosing = "outcomeWithoutClosing";
    public const string ClosingWithoutOutcome = "closingWithoutOutcome";
    public const string OutcomeOfOtherFunction = "outcomeOfOtherFunction";
    public const string NoMinutes = "noMinutes";
    public const string MoreThanADay = "moreThanADay";

    // It does not fit what is there.
    public const string IdTwice = "idTwice";
    public const string ReferenceMissing = "referenceMissing";
    public const string OtherClient = "otherClient";
    public const string OfficeNotMapped = "officeNotMapped";
    public const string StaffNotMapped = "staffNotMapped";
    public const string NoHoursInFunction = "noHoursInFunction";
    public const string SecondEntryOfDay = "secondEntryOfDay";
    public const string CaseNumberTaken = "caseNumberTaken";
    public const string ReferenceChanged = "referenceChanged";
    public const string ChangedInPlus = "changedInPlus";
    public const string RefusedByDatabase = "refusedByDatabase";

    /// <summary>All codes.</summary>
    public static IReadOnlyList<string> All { get; } =
    [.. typeof(TakeoverReasons).GetFields().Where(f => f.IsLiteral).Select(f => (string)f.GetRawConstantValue()!)];
}
