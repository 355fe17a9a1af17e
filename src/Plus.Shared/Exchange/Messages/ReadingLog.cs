namespace Plus.Shared.Exchange.Messages;

/// <summary>What a reading finds on its way: what is wrong, and every object it opened.</summary>
internal sealed class ReadingLog
{
    public List<IntakeReason> Reasons { get; } = [];

    public List<ObjectReader> Opened { get; } = [];
}
