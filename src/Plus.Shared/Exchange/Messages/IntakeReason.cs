using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Plus.Shared.Exchange.Messages;

/// <summary>
/// Why a message was rejected or needs attention. Its text stands under <c>exchange.reason.&lt;code&gt;</c> and is given
/// the values; days are written yyyy-MM-dd and formatted where they are shown.
/// </summary>
/// <param name="Code">One of <see cref="IntakeReasons"/>.</param>
/// <param name="Field">Path of the member it is about, such as <c>measures[0].hours</c>; null for the whole message.</param>
public sealed record IntakeReason(string Code, string? Field, IReadOnlyDictionary<string, string> Values)
{
    private const int LongestValue = 120;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static IntakeReason Of(string code, string? field = null, params (string Name, object? Value)[] values) =>
        new(code, field, values.ToDictionary(v => v.Name, v => Plain(v.Value), StringComparer.Ordinal));

    public static string? Write(IReadOnlyList<IntakeReason> reasons) =>
        reasons.Count == 0 ? null : JsonSerializer.Serialize(reasons, Options);

    public static IReadOnlyList<IntakeReason> Read(string? json) =>
        json is null ? [] : JsonSerializer.Deserialize<IReadOnlyList<IntakeReason>>(json, Options)!;

    private static string Plain(object? value) =>
        value switch
        {
            null => "",
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => PlainText.Shortened(value.ToString() ?? "", LongestValue),
        };
}
