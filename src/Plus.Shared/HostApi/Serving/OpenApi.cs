using System.Text;

namespace Plus.Shared.HostApi.Serving;

/// <summary>The description of the interface for programs, as it is delivered.</summary>
internal static class OpenApi
{
    public static string Document { get; } = Read();

    private static string Read()
    {
        using var stream =
            typeof(OpenApi).Assembly.GetManifestResourceStream("Plus.Shared/HostApi/Delivered/openapi.json")
            ?? throw new InvalidOperationException("The description is not delivered.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
