namespace Plus.Shared.Journal;

/// <summary>What may be done with the journal; texts <c>permission.&lt;code&gt;</c>.</summary>
public static class JournalPermissions
{
    public const string Write = "journal.write";
}
