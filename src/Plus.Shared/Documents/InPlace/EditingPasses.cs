using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Access.Records;
using Plus.Shared.Documents.LifeCycle;
using Plus.Shared.Documents.Records;
using Plus.Shared.Files.Checking;

namespace Plus.Shared.Documents.InPlace;

/// <summary>Gives word processors passes to documents. A token is shown when it is made and never again.</summary>
public sealed class EditingPasses(PlusDb db, Processes processes, StaffAccessor staff, PlusClock clock)
{
    public static readonly ProcessType Begun = new("documents.editingBegun");

    /// <summary>A new pass for the person who asks.</summary>
    /// <param name="id">The document.</param>
    /// <param name="session">Theirs: the pass ends with it.</param>
    /// <param name="strong">It began with a second factor.</param>
    /// <param name="ct">Ends it.</param>
    public async Task<Outcome<EditingTicket>> BeginAsync(Guid id, Guid session, bool strong, CancellationToken ct)
    {
        var document = await db.FindDocumentAsync(staff.Current, DocumentPermissions.Work, id, null, ct);
        if (document is null)
        {
            return new NoSuchRecord();
        }

        if (!DocumentLifeCycle.IsOpen(document.State))
        {
            return new WordsStandFast();
        }

        var type = await db.Set<DocumentVersion>()
            .Where(v => v.DocumentId == id && v.Ordinal == document.LastVersion)
            .Select(v => v.MediaType)
            .SingleOrDefaultAsync(ct);
        if (type != MediaTypes.Docx)
        {
            return new NotForAWordProcessor();
        }

        var me = staff.Current.Id!.Value;
        var stamp = await db.Set<Staff>().Where(s => s.Id == me).Select(s => s.SecurityStamp).SingleAsync(ct);
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var pass = new EditingPass(id, me, HashOf(token), new GivenIn(session, stamp, strong), clock.Now);
        pass.Saw(document.LastVersion);
        db.Add(pass);
        var done = await processes.CommitAsync(
            new ProcessStart(Begun)
            {
                Client = document.ClientId,
                Section = document.SectionId,
                Subject = document.Id,
            },
            ct
        );
        return done.Done ? new EditingTicket(token, EditedName.Of(document), pass.EndsAt) : done.Refusal;
    }

    /// <summary>The pass of a token, over or not; null when there never was one.</summary>
    public async Task<EditingPass?> FindAsync(string token, CancellationToken ct)
    {
        var hash = HashOf(token);
        return token.Length == 43
            ? await db.Set<EditingPass>().SingleOrDefaultAsync(p => p.TokenHash == hash, ct)
            : null;
    }

    private static byte[] HashOf(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}

/// <summary>What the person is shown, once.</summary>
/// <param name="Token">Of the address; whoever has it can change the document for a while.</param>
/// <param name="Name">The document's name in the address.</param>
/// <param name="EndsAt">When it ends if it is not used.</param>
public sealed record EditingTicket(string Token, string Name, DateTimeOffset EndsAt);

/// <summary>The last version is no text document.</summary>
public sealed record NotForAWordProcessor() : Refusal("documents.refusal.notForAWordProcessor");

/// <summary>The name that the word processor sees: kind and number, and nobody's name.</summary>
internal static class EditedName
{
    public static string Of(Document document)
    {
        var mark = document.Number is null
            ? document.Id.ToString("N")[^12..]
            : string.Concat(document.Number.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));
        return $"{document.Kind}-{mark}.docx";
    }
}
