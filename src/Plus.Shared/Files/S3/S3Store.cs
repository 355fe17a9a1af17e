using System.Net;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Plus.Shared.Files.Checking;
using Plus.Shared.Files.Storing;

namespace Plus.Shared.Files.S3;

/// <summary>Files in a bucket of an object store, each under its address. What is fetched lies, encrypted, in the temporary folder while it is read.</summary>
internal sealed class S3Store(S3Settings settings, string temporary, TimeProvider time) : BlobStore, IDisposable
{
    public const string Name = "s3";

    private const int Tries = 3;

    private readonly SigV4 _signer = new(settings.AccessKey, settings.SecretKey, settings.Region, "s3");
    private readonly HttpClient _http = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }
    )
    {
        Timeout = TimeSpan.FromMinutes(5),
    };

    public override string Code => Name;

    public override async Task PutAsync(string address, string path, CancellationToken ct)
    {
        // The address is the hash of the bytes, so the store itself proves what it gets.
        using var answer = await SendAsync(HttpMethod.Put, address, [], address, () => Content(path), ct);
        await ExpectAsync(answer, HttpStatusCode.OK, ct);
        File.Delete(path);
    }

    public override async Task<Stream?> OpenAsync(string address, CancellationToken ct)
    {
        using var answer = await SendAsync(HttpMethod.Get, address, [], SigV4.EmptyHash, null, ct);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        await ExpectAsync(answer, HttpStatusCode.OK, ct);
        Directory.CreateDirectory(temporary);
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        };
        var file = new FileStream(Path.Combine(temporary, $"{Guid.CreateVersion7():N}.part"), options);
        try
        {
            await answer.Content.CopyToAsync(file, ct);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    public override async Task<long?> SizeAsync(string address, CancellationToken ct)
    {
        using var answer = await SendAsync(HttpMethod.Head, address, [], SigV4.EmptyHash, null, ct);
        if (answer.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }

        await ExpectAsync(answer, HttpStatusCode.OK, ct);
        return answer.Content.Headers.ContentLength;
    }

    public override async Task RemoveAsync(string address, CancellationToken ct)
    {
        using var answer = await SendAsync(HttpMethod.Delete, address, [], SigV4.EmptyHash, null, ct);
        if (answer.StatusCode is not (HttpStatusCode.NoContent or HttpStatusCode.NotFound))
        {
            await ExpectAsync(answer, HttpStatusCode.OK, ct);
        }
    }

    public override async IAsyncEnumerable<string> ListAsync([EnumeratorCancellation] CancellationToken ct)
    {
        for (string? next = ""; next is not null; )
        {
            List<(string, string)> query = [("list-type", "2")];
            if (next.Length > 0)
            {
                query.Add(("continuation-token", next));
            }

            using var answer = await SendAsync(HttpMethod.Get, "", query, SigV4.EmptyHash, null, ct);
            await ExpectAsync(answer, HttpStatusCode.OK, ct);
            using var reader = SafeXml.Reader(await answer.Content.ReadAsStreamAsync(ct));
            var page = XDocument.Load(reader).Root!;
            foreach (var key in page.Descendants().Where(e => e.Name.LocalName == "Key").Select(e => e.Value))
            {
                if (IsAddress(key))
                {
                    yield return key;
                }
            }

            next = page.Elements().FirstOrDefault(e => e.Name.LocalName == "NextContinuationToken")?.Value;
        }
    }

    public void Dispose() => _http.Dispose();

    private static StreamContent Content(string path)
    {
        var file = File.OpenRead(path);
        return new StreamContent(file) { Headers = { ContentLength = file.Length } };
    }

    // Each of these may be sent again without doing anything twice.
    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method,
        string key,
        List<(string, string)> query,
        string payloadHash,
        Func<HttpContent>? content,
        CancellationToken ct
    )
    {
        for (var tried = 1; ; tried++)
        {
            using var request = Signed(method, key, query, payloadHash);
            request.Content = content?.Invoke();
            try
            {
                var answer = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
                if ((int)answer.StatusCode < 500 || tried == Tries)
                {
                    return answer;
                }

                answer.Dispose();
            }
            catch (HttpRequestException) when (tried < Tries) { }

            await Task.Delay(TimeSpan.FromMilliseconds(200 * tried), time, ct);
        }
    }

    private HttpRequestMessage Signed(HttpMethod method, string key, List<(string, string)> query, string payloadHash)
    {
        var path =
            settings.Endpoint.AbsolutePath.TrimEnd('/') + "/" + settings.Bucket + (key.Length == 0 ? "" : "/" + key);
        var asked = SigV4.Query(query);
        var address = new UriBuilder(settings.Endpoint) { Path = SigV4.Path(path), Query = asked }.Uri;
        var now = time.GetUtcNow();
        (string, string)[] headers =
        [
            ("host", address.Authority),
            ("x-amz-content-sha256", payloadHash),
            ("x-amz-date", SigV4.Stamp(now)),
        ];
        var request = new HttpRequestMessage(method, address);
        request.Headers.TryAddWithoutValidation("x-amz-content-sha256", payloadHash);
        request.Headers.TryAddWithoutValidation("x-amz-date", SigV4.Stamp(now));
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            _signer.Authorization(method.Method, path, query, headers, payloadHash, now)
        );
        return request;
    }

    // What the store answers may quote the request; only its code is passed on.
    private static async Task ExpectAsync(HttpResponseMessage answer, HttpStatusCode wanted, CancellationToken ct)
    {
        if (answer.StatusCode == wanted)
        {
            return;
        }

        var said = "";
        try
        {
            using var reader = SafeXml.Reader(await answer.Content.ReadAsStreamAsync(ct));
            said = XDocument.Load(reader).Root?.Elements().FirstOrDefault(e => e.Name.LocalName == "Code")?.Value ?? "";
        }
        catch (System.Xml.XmlException)
        {
            // Not every answer has a body.
        }

        throw new IOException($"The object store answered {(int)answer.StatusCode} {said}".TrimEnd() + ".");
    }
}
