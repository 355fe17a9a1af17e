using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Plus.Kernel.Storage;

/// <summary>Reads a JSON file that a project carries inside itself. Anything unknown or missing in it is an error.</summary>
public static class DeliveredFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
    };

    public static T Read<T>(Assembly assembly, string name)
    {
        using var stream =
            assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not delivered.");
        return Read<T>(stream);
    }

    /// <exception cref="JsonException">The file is not of this form.</exception>
    public static T Read<T>(Stream stream) =>
        JsonSerializer.Deserialize<T>(stream, Options) ?? throw new JsonException("The file is empty.");
}
