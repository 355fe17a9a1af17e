namespace Plus.Shared.Files.Checking;

/// <summary>What the first bytes of a file say.</summary>
internal readonly record struct Signatures(string? MediaType, string? Refused, bool IsZip)
{
    private static readonly (byte[] Bytes, Signatures Says)[] Known =
    [
        ([.. "PK\x03\x04"u8], new(null, null, true)),
        ([.. "PK\x05\x06"u8], Refuse("archive")),
        ([.. "PK\x07\x08"u8], Refuse("archive")),
        ([.. "%PDF-"u8], Take(MediaTypes.Pdf)),
        ([0x89, .. "PNG\r\n\x1A\n"u8], Take(MediaTypes.Png)),
        ([0xFF, 0xD8, 0xFF], Take(MediaTypes.Jpeg)),
        ([.. "II*\0"u8], Take(MediaTypes.Tiff)),
        ([.. "MM\0*"u8], Take(MediaTypes.Tiff)),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], Refuse("oldOffice")),
        ([.. "{\\rtf"u8], Refuse("oldOffice")),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], Refuse("archive")),
        ([.. "Rar!"u8], Refuse("archive")),
        ([0x1F, 0x8B], Refuse("archive")),
        ([.. "BZh"u8], Refuse("archive")),
        ([0xFD, .. "7zXZ"u8], Refuse("archive")),
        ([0x28, 0xB5, 0x2F, 0xFD], Refuse("archive")),
        ([.. "MSCF"u8], Refuse("archive")),
        ([.. "MZ"u8], Refuse("program")),
        ([0x7F, .. "ELF"u8], Refuse("program")),
        ([0xCA, 0xFE, 0xBA, 0xBE], Refuse("program")),
        ([0xCF, 0xFA, 0xED, 0xFE], Refuse("program")),
        ([.. "#!"u8], Refuse("program")),
        ([0x4C, 0x00, 0x00, 0x00, 0x01, 0x14, 0x02, 0x00], Refuse("program")),
    ];

    public static Signatures Of(ReadOnlySpan<byte> first)
    {
        foreach (var (bytes, says) in Known)
        {
            if (first.StartsWith(bytes))
            {
                return says;
            }
        }

        // Readers of PDF accept a little before its head, but of a file that is nothing else.
        return first.Length > 262 && first.Slice(257, 5).SequenceEqual("ustar"u8) ? Refuse("archive")
            : first[..Math.Min(first.Length, 1024)].IndexOf("%PDF-"u8) >= 0 && first[0] is not (byte)'<'
                ? Refuse("broken")
            : default;
    }

    private static Signatures Take(string mediaType) => new(mediaType, null, false);

    private static Signatures Refuse(string why) => new(null, why, false);
}
