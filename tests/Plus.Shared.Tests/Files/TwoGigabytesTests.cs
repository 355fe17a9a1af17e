using System.Net;
using System.Net.Http.Headers;
using Plus.Shared.Files.Checking;
using Plus.Testing.Arranging;
using Plus.Testing.Pages;
using static Plus.Shared.Tests.Files.StoreScene;

namespace Plus.Shared.Tests.Files;

/// <summary>Somebody sends two gigabytes: to the store, and over the network to a page that takes documents.</summary>
public sealed class TwoGigabytesTests : IAsyncLifetime
{
    private const long Size = 2L * 1024 * 1024 * 1024;

    private readonly PlusApp _app = new(listens: true);

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Store_StopsReadingAtTheLimit_SaysIt_AndKeepsNothing()
    {
        await using var sent = new Zeros(Size);

        var answer = await _app.Store().PutAsync(sent, UploadKind.Document, "liels.pdf", Ct);

        Assert.Equal("tooLarge", Assert.IsType<FileRefused>(answer.Refusal).Why);
        Assert.True(sent.Given < UploadKind.Document.MaxBytes + 1024 * 1024, $"{sent.Given} bytes were read");
        Assert.Empty(Directory.EnumerateFiles(_app.Places().Temporary));
        Assert.Empty(_app.FilesThere());
    }

    [Fact]
    public async Task Page_AnswersThatItIsTooLarge_BeforeItComes()
    {
        var manager = await _app.StaffAsync("caseManager");
        var person = await _app.PersonAsync("Jānis", "Ozols", manager: manager.Id);
        var browser = await _app.LoggedInAsAsync(manager);
        await using var zeros = new Zeros(Size);
        using var content = new StreamContent(zeros);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        content.Headers.ContentLength = Size;
        using var request = new HttpRequestMessage(HttpMethod.Post, person.Href + "/documents/new")
        {
            Content = content,
        };
        request.Headers.ExpectContinue = true;

        var page = await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Contains("Sūtītais ir pārāk liels", page.Words, StringComparison.Ordinal);
        Assert.True(zeros.Given < 64 * 1024 * 1024, $"{zeros.Given} bytes were sent");
    }

    /// <summary>So many zeros, none of which stands anywhere.</summary>
    private sealed class Zeros(long length) : Stream
    {
        public long Given { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position
        {
            get => Given;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Given);
            Array.Clear(buffer, offset, read);
            Given += read;
            return read;
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
