using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Plus.Shared.Files.Records;

namespace Plus.Shared.Files.Scanning;

/// <summary>Asks ClamAV's daemon (clamd, command INSTREAM) about a content. What it does not answer clearly is not clean.</summary>
internal sealed class VirusScan(FilePlaces places)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Whether a scanner is set up; when not, nothing is scanned.</summary>
    public bool IsSetUp => places.Scanner is not null;

    /// <summary>Scans a content from its beginning.</summary>
    /// <returns>Clean, Infected, or Waiting when the scanner could not be asked.</returns>
    public async Task<FileScan> ScanAsync(Stream content, CancellationToken ct)
    {
        if (places.Scanner is not { } at)
        {
            return FileScan.None;
        }

        content.Position = 0;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Patience);
        try
        {
            using var socket = await ConnectAsync(at, limit.Token);
            await using var stream = new NetworkStream(socket, ownsSocket: false);
            var said = await AskAsync(stream, content, limit.Token);
            return said.EndsWith(" FOUND", StringComparison.Ordinal) ? FileScan.Infected
                : said == "stream: OK" ? FileScan.Clean
                : FileScan.Waiting;
        }
        catch (Exception away) when (away is SocketException or IOException)
        {
            return FileScan.Waiting;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return FileScan.Waiting;
        }
        finally
        {
            content.Position = 0;
        }
    }

    private static async Task<string> AskAsync(NetworkStream stream, Stream content, CancellationToken ct)
    {
        var buffer = new byte[4 + 64 * 1024];
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        for (int read; (read = await content.ReadAsync(buffer.AsMemory(4), ct)) > 0; )
        {
            BinaryPrimitives.WriteInt32BigEndian(buffer, read);
            await stream.WriteAsync(buffer.AsMemory(0, 4 + read), ct);
        }

        await stream.WriteAsync(new byte[4], ct);
        using var answer = new MemoryStream();
        for (int read; (read = await stream.ReadAsync(buffer, ct)) > 0 && answer.Length < 4096; )
        {
            answer.Write(buffer, 0, read);
        }

        return Encoding.UTF8.GetString(answer.ToArray()).TrimEnd('\0', '\n');
    }

    private static async Task<Socket> ConnectAsync(string at, CancellationToken ct)
    {
        EndPoint point = at.StartsWith('/') ? new UnixDomainSocketEndPoint(at) : Loopback(at);
        var socket = new Socket(point.AddressFamily, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(point, ct);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    // Contents go there unencrypted: only to this machine.
    private static IPEndPoint Loopback(string at)
    {
        var parts = at.Split(':');
        var known = parts is ["localhost" or "127.0.0.1", _];
        return known && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? new IPEndPoint(IPAddress.Loopback, port)
            : throw new InvalidOperationException("PLUS_CLAMD must be the path of a socket or 127.0.0.1:PORT.");
    }
}
