namespace Plus.Shared.Exchange.Messages;

/// <summary>Every reason code of the intake; each has a text in both languages.</summary>
public static class IntakeReasons
{
    // The line cannot be read.
    public const string NotJson = "notJson";
    public const string TooDeep = "tooDeep";
    public const string DuplicateMember = "duplicateMember";
    public const string NotAnObject = "notAnObject";
    public const string TooLong = "tooLong";
    public const string UnreadableText = "unreadableText";

    // A member breaks the contract.
    public const string NoMessageId = "noMessageId";
    public const string UnknownKind = "unknownKind";
    public const string Missing = "missing";
    public const string WrongType = "wrongType";
    public const string NotAnId = "notAnId";
    public const string NotAnInstant = "notAnInstant";
    public const string NoSuchDay = "noSuchDay";
    public const string DayOutOfRange = "dayOutOfRange";
    public const string NotANumber = "notANumber";
    public const string NotWhole = "notWhole";
    public const string NumberTooLarge = "numberTooLarge";
    public const string NegativeHours = "negativeHours";
    public const string NegativeMonths = "negativeMonths";
    public const string NegativeNumber = "negativeNumber";
    public const string UnknownMeasure = "unknownMeasure";
    public const string UnknownValue = "unknownValue";
    public const string TextTooLong = "textTooLong";
    public const string NoPerson = "noPerson";
    public const string NoMeasure = "noMeasure";
    public const string InForceBeforeIssued = "inForceBeforeIssued";
    public const string BornAfterDocument = "bornAfterDocument";
    public const string UntilBeforeRelease = "untilBeforeRelease";
    public const string ConflictingContent = "conflictingContent";

    public const string ReceivedAlready = "receivedAlready";

    // Took effect as far as it is certain.
    public const string NoDeclaredResidence = "noDeclaredResidence";
    public const string UnknownTerritory = "unknownTerritory";
    public const string NoCompetentOffice = "noCompetentOffice";
    public const string NameTooLong = "nameTooLong";
    public const string CodeMalformed = "codeMalformed";
    public const string CheckDigitDiffers = "checkDigitDiffers";
    public const string ImpossibleDate = "impossibleDate";
    public const string BirthDateDiffers = "birthDateDiffers";
    public const string MinorWithoutRepresentative = "minorWithoutRepresentative";
    public const string UnderMinimum = "underMinimum";
    public const string OverMaximum = "overMaximum";
    public const string AdditionalSupervisionWithoutImprisonment = "additionalSupervisionWithoutImprisonment";
    public const string MonitoringLongerThanParole = "monitoringLongerThanParole";
    public const string NothingToCarryOut = "nothingToCarryOut";

    // About another message.
    public const string WaitsForOriginal = "waitsForOriginal";
    public const string OriginalNotAffected = "originalNotAffected";
    public const string SectionAlreadyClosed = "sectionAlreadyClosed";
    public const string ReleasedAfterParoleEnd = "releasedAfterParoleEnd";
    public const string KindChangedAfterWork = "kindChangedAfterWork";
    public const string OtherPersonInCorrection = "otherPersonInCorrection";

    // Who is it?
    public const string SameNameAndBirthDate = "sameNameAndBirthDate";
}
