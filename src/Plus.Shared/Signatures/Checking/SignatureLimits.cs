namespace Plus.Shared.Signatures.Checking;

/// <summary>How much is opened in order to check signatures.</summary>
public static class SignatureLimits
{
    /// <summary>Bytes of a whole file as it came.</summary>
    public const int File = 100 * 1024 * 1024;

    /// <summary>Parts of a container.</summary>
    public const int Parts = 500;

    /// <summary>Bytes of all parts together when unpacked.</summary>
    public const long Unpacked = 250L * 1024 * 1024;

    /// <summary>A part this many times larger than packed is no document.</summary>
    public const int Ratio = 200;

    /// <summary>Bytes of one file of signatures.</summary>
    public const int Xml = 4 * 1024 * 1024;

    /// <summary>Levels of elements.</summary>
    public const int Depth = 60;

    /// <summary>Signatures in one file.</summary>
    public const int Signatures = 50;

    /// <summary>References of one signature.</summary>
    public const int References = 1000;
}
