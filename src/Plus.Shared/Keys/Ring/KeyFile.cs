namespace Plus.Shared.Keys.Ring;

/// <summary>Reads and replaces the file of the ring. It is never half written, and readable by its owner alone.</summary>
internal static class KeyFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static (RingContent Content, DateTime WrittenAt) Read(KeyPlaces places)
    {
        if (!File.Exists(places.File))
        {
            throw new KeysUnavailableException(
                $"The master keys {places.File} are not there. Bring the file back, or put it together with "
                    + "'plus import-keys'; see 'Keys' in docs/security.md."
            );
        }

        if (
            !OperatingSystem.IsWindows()
            && (File.GetUnixFileMode(places.File) & (UnixFileMode.OtherRead | UnixFileMode.OtherWrite))
                != UnixFileMode.None
        )
        {
            throw new KeysUnavailableException(
                $"Everybody on this machine may read the master keys: chmod 600 {places.File}, and replace them with "
                    + "'plus rotate-master-key' if somebody may have."
            );
        }

        var at = File.GetLastWriteTimeUtc(places.File);
        try
        {
            return (RingContent.Read(File.ReadAllBytes(places.File)), at);
        }
        catch (FormatException e)
        {
            throw new KeysUnavailableException(
                $"{places.File} cannot be used: {e.Message} Put the keys together with 'plus import-keys'."
            );
        }
    }

    public static void Write(KeyPlaces places, RingContent content)
    {
        if (!Directory.Exists(places.Folder))
        {
            Directory.CreateDirectory(places.Folder, Owner | UnixFileMode.UserExecute);
        }

        var part = places.File + ".part";
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = Owner,
        };
        using (var file = new FileStream(part, options))
        {
            file.Write(content.Write());
            file.Flush(flushToDisk: true);
        }

        File.Move(part, places.File, overwrite: true);
    }
}
