using System.Text;
using Plus.Shared.Outbox.Records;

namespace Plus.Shared.Outbox.Channels;

/// <summary>
/// Text messages: laid as files into the folder <c>sms</c>, number in the first line, for the gateway that takes them from
/// there. No proof comes back.
/// </summary>
public sealed class SmsChannel(OutboxFolders folders) : OutboxChannel
{
    private const int FewestDigits = 8;
    private const int MostDigits = 15;
    private static readonly UTF8Encoding Plain = new(encoderShouldEmitUTF8Identifier: false);

    public override string Code => "sms";

    public override async Task<OutboxAnswer> SendAsync(OutboxParcel parcel, CancellationToken ct)
    {
        var number = string.Concat(parcel.Address.Where(c => char.IsAsciiDigit(c) || c == '+'));
        if (number.Count(char.IsAsciiDigit) is < FewestDigits or > MostDigits)
        {
            return new(OutboxState.Failed, "unknownAddress");
        }

        // Written beside and put in place, so that the gateway never takes half a message.
        var path = Path.Combine(folders.Of(Code), $"{parcel.Id:N}.txt");
        await File.WriteAllTextAsync(path + ".part", $"{number}\n{parcel.Body}\n", Plain, ct);
        File.Move(path + ".part", path, overwrite: true);
        return new(OutboxState.Sent, $"sms-{parcel.Id:N}");
    }
}
