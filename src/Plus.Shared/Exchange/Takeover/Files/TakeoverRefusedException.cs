namespace Plus.Shared.Exchange.Takeover.Files;

/// <summary>Why a whole folder is refused, before anything of it is taken. Text <c>takeover.refusal.&lt;code&gt;</c>.</summary>
public enum TakeoverRefusal
{
    ManifestMissing,
    ManifestUnreadable,
    VersionUnknown,
    FileMissing,
    FileUnnamed,
    FileChanged,
    HeadingUnreadable,
    ColumnMissing,
    ColumnTwice,
    MappingMissing,
    MappingBroken,
    OfficeUnknown,
    StaffUnknown,
    AnotherFolderUnfinished,
    Busy,
}

/// <summary>The folder cannot be taken over as it is.</summary>
/// <param name="refusal">Why.</param>
/// <param name="what">The file, field or code it is about.</param>
public sealed class TakeoverRefusedException(TakeoverRefusal refusal, string what)
    : Exception($"The folder is refused: {refusal} ({what}).")
{
    public TakeoverRefusal Refusal { get; } = refusal;

    public string What { get; } = what;
}
