using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Documents.Records;
using Plus.Shared.Files.Checking;
using Plus.Shared.Signatures.Checking;
using Plus.Shared.Signatures.Trust;

namespace Plus.Shared.Documents.Signed;

/// <summary>Checks the electronic signatures of versions as they are taken in, and keeps what was found.</summary>
public sealed class SignatureFindings(PlusDb db, TrustLists trust, PlusClock clock)
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Checks bytes as of now.</summary>
    public SignatureReport Check(byte[] bytes) => SignatureCheck.Check(bytes, trust.Current, clock.Now);

    /// <summary>Adds what is found of a version to what is being written. What carries no signature has no finding.</summary>
    public void Keep(DocumentVersion version, byte[] bytes)
    {
        if (!MayCarry(version.MediaType))
        {
            return;
        }

        var report = Check(bytes);
        if (report.Verdict != SignatureVerdict.None)
        {
            db.Add(new SignatureFinding(version, report.Verdict, JsonSerializer.Serialize(report, Json), clock.Now));
        }
    }

    /// <summary>What was found of a version; null when it carries no signature.</summary>
    public async Task<KeptFinding?> FindAsync(Guid version, CancellationToken ct) =>
        await db.Set<SignatureFinding>().AsNoTracking().SingleOrDefaultAsync(f => f.VersionId == version, ct) is { } row
            ? new KeptFinding(JsonSerializer.Deserialize<SignatureReport>(row.Report, Json)!, row.CheckedAt)
            : null;

    /// <summary>Whether files of a type can carry signatures at all.</summary>
    public static bool MayCarry(string mediaType) => UploadKind.Signed.Types.Contains(mediaType);
}

/// <summary>What was found, and when.</summary>
public sealed record KeptFinding(SignatureReport Report, DateTimeOffset CheckedAt);
