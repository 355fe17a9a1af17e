using Plus.Kernel.Results;

namespace Plus.Shared.Obligations.Bans;

/// <summary>A form whose place may meet a ban: shown again, it asks whether that is known.</summary>
public interface IAsksOfBan
{
    Refusal? Met { get; }

    /// <summary>What is typed is so already; whoever asked may write it down.</summary>
    bool IsFact { get; }

    IBanInput Input { get; }
}

/// <summary>The answer to it.</summary>
public interface IBanInput
{
    bool BanKnown { get; set; }
}
