using Plus.Architecture.Tests.Sources;

namespace Plus.Architecture.Tests.Borders;

/// <summary>
/// Time is asked of the Kernel's clock alone: the machine's day is not the legal day. The supervisor of PostgreSQL, which
/// waits for processes and stamps files before there is an application, is the exception.
/// </summary>
internal static class ClockUse
{
    private static readonly string[] Apart =
    [
        "src/Plus.Kernel/Time/",
        "src/Plus.Host/Database/",
        // How long a file has rested is told by the machine that stamped it.
        "src/Plus.Shared/Exchange/Uploading/IntakeWorker.cs",
    ];

    private static readonly string[] Machine =
    [
        "DateTime.Now",
        "DateTime.UtcNow",
        "DateTime.Today",
        "DateTimeOffset.Now",
        "DateTimeOffset.UtcNow",
    ];

    public static IEnumerable<string> Violations(IEnumerable<SourceFile> files) =>
        from file in files
        where !Apart.Any(a => file.Path.StartsWith(a, StringComparison.Ordinal))
        from name in file.Names
        from machine in Machine
        where name == machine || name == "System." + machine || name.StartsWith(machine + ".", StringComparison.Ordinal)
        select $"{file.Path} asks {machine}.";
}
