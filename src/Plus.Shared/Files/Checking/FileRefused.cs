using Plus.Kernel.Results;

namespace Plus.Shared.Files.Checking;

/// <summary>A file is not taken in. Its text stands under <c>files.refused.</c> and the reason.</summary>
/// <param name="Why">empty, tooLarge, archive, program, oldOffice, markup, unknown, notOfKind, wrongName, broken, names, bomb, macros, dtd, outside, embedded, virus.</param>
public sealed record FileRefused(string Why) : Refusal("files.refused." + Why)
{
    /// <summary>The field of the form that the file was sent in.</summary>
    public string? In { get; init; }

    public override string? Field => In;

    /// <summary>Megabytes at most, for tooLarge; the type found, for notOfKind and wrongName.</summary>
    public IReadOnlyDictionary<string, object?> Said { get; init; } = new Dictionary<string, object?>();

    public override IReadOnlyDictionary<string, object?> Values => Said;

    public static FileRefused TooLarge(UploadKind kind) =>
        new("tooLarge") { Said = new Dictionary<string, object?> { ["megabytes"] = kind.MaxBytes / (1024 * 1024) } };
}
