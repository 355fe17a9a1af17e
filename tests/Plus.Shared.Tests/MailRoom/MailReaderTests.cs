using System.Text;
using Plus.Shared.MailRoom.Mail;

namespace Plus.Shared.Tests.MailRoom;

public sealed class MailReaderTests
{
    [Fact]
    public void MailOfManyParts_GivesTextAndAttachments()
    {
        var mail = MailReader.Read(
            Bytes(
                """
                Received: from a.example
                 by b.example; Tue, 3 Nov 2026 10:00:00 +0200
                From: =?utf-8?B?SsSBbmlzIELEk3J6acWGxaE=?= <janis@example.lv>
                Subject: =?UTF-8?Q?Iesniegums_par_?=
                 =?UTF-8?Q?tik=C5=A1anos?=
                Date: Tue, 03 Nov 2026 10:00:00 +0200 (EET)
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="=_a b"

                preamble
                --=_a b
                Content-Type: multipart/alternative; boundary=inner

                --inner
                Content-Type: text/plain; charset=windows-1257
                Content-Transfer-Encoding: quoted-printable

                L=FBdzu at=ECaut tik=F0anos=
                 p=E2rcelt.
                --inner
                Content-Type: text/html

                <p>citādi</p>
                --inner--
                --=_a b
                Content-Type: application/pdf; name="x.pdf"
                Content-Transfer-Encoding: base64
                Content-Disposition: attachment;
                 filename*0*=UTF-8''..%2F..%2Fetc%2Fizzi%C5%86a; filename*1="%C4%81.pdf"; filename*1*=.pdf

                JVBERi0xLjcK
                JSVFT0Y=
                --=_a b--
                """
            )
        );

        Assert.Equal("Jānis Bērziņš <janis@example.lv>", mail.From);
        Assert.Equal("Iesniegums par tikšanos", mail.Subject);
        Assert.Equal(new DateTimeOffset(2026, 11, 3, 8, 0, 0, TimeSpan.Zero), mail.SentAt!.Value.ToUniversalTime());
        Assert.StartsWith("Lūdzu at", mail.Text, StringComparison.Ordinal);
        Assert.Contains("tikšanos", mail.Text, StringComparison.Ordinal);
        var file = Assert.Single(mail.Attachments);
        Assert.Equal("%PDF-1.7\n%%EOF", Encoding.ASCII.GetString(file.Content));
        Assert.StartsWith("izziņa", file.Name, StringComparison.Ordinal);
        Assert.DoesNotContain('/', file.Name);
    }

    [Fact]
    public void HtmlMail_GivesItsWordsAlone()
    {
        var mail = MailReader.Read(
            Bytes(
                """
                From: a@example.lv
                Subject: x
                Content-Type: text/html; charset=utf-8

                <style>p{color:red}</style><p>Sveiki &amp; paldies</p><script>alert(1)</script><p>Anna</p>
                """
            )
        );

        Assert.Equal("Sveiki & paldies\nAnna", mail.Text);
    }

    public static TheoryData<string> Hostile =>
        new()
        {
            "no headers at all",
            Nested(40),
            "From: a@example.lv\r\nContent-Type: multipart/mixed\r\n\r\nx",
            "From: a@example.lv\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + string.Concat(Enumerable.Repeat("--b\r\n\r\nx\r\n", 500)),
            "From: " + new string('a', 400_000) + "\r\n\r\nx",
        };

    [Theory]
    [MemberData(nameof(Hostile))]
    public void HostileMail_IsNotRead(string mail) =>
        Assert.Throws<MailUnreadableException>(() => MailReader.Read(Encoding.UTF8.GetBytes(mail)));

    [Fact]
    public void AnyCutOfAMail_IsReadOrRefused_AndNothingElse()
    {
        var whole = Bytes(Nested(3));
        for (var length = 0; length < whole.Length; length += 7)
        {
            try
            {
                MailReader.Read(whole[..length]);
            }
            catch (MailUnreadableException)
            {
                // As it should be.
            }
        }
    }

    private static string Nested(int depth)
    {
        var mail = new StringBuilder("From: a@example.lv\r\n");
        for (var i = 0; i < depth; i++)
        {
            mail.Append($"Content-Type: multipart/mixed; boundary=b{i}\r\n\r\n--b{i}\r\n");
        }

        return mail.Append("Content-Type: text/plain\r\n\r\nx\r\n").ToString();
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));
}
