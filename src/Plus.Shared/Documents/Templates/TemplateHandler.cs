using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Documents.Fields;
using Plus.Shared.Documents.Merging;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Versions;
using Plus.Shared.Files.Checking;

namespace Plus.Shared.Documents.Templates;

/// <summary>A template is wrong; each finding says what and where.</summary>
public sealed record TemplateIsWrong(IReadOnlyList<TemplateFinding> Findings) : Refusal("documents.template.wrong")
{
    public override string? Field => "Sent";
}

/// <summary>Who proposed a version does not approve it.</summary>
public sealed record OwnTemplateIsApprovedByAnother() : Refusal("documents.template.ownApproval");

/// <summary>A new version begins after the one it follows, and not before today.</summary>
public sealed record TemplateBeginsTooEarly() : Refusal("documents.template.tooEarly")
{
    public override string? Field => "From";
}

/// <summary>The code of a template is its own.</summary>
public sealed record TemplateCodeIsTaken() : Refusal("documents.template.codeTaken")
{
    public override string? Field => "Input.Code";
}

/// <summary>A template to begin.</summary>
public sealed record NewTemplate(
    string Code,
    string TitleLv,
    string TitleEn,
    string Kind,
    string Step,
    string Language,
    string? Function,
    Guid? Nomenclature,
    string RecipientKind
);

/// <summary>Proposes versions of templates and decides on them: two people, and every file checked first.</summary>
internal sealed class TemplateHandler(
    PlusDb db,
    Processes processes,
    DocumentFiles files,
    FieldCatalogue catalogue,
    StaffAccessor staff,
    PlusClock clock
)
{
    public static IReadOnlyList<string> Steps { get; } =
    [
        "registration",
        "invitation",
        "rights",
        "hostOrder",
        "hours",
        "schedule",
        "transfer",
        "request",
        "answer",
        "cover",
        "closing",
        "warning",
        "permission",
        "finalReport",
        "explanation",
        "obligation",
        "suitability",
        "submission",
        "invitation",
        "agreement",
        "report",
        "other",
    ];

    public async Task<Outcome<Guid>> AddAsync(NewTemplate wanted, byte[] docx, DateOnly from, CancellationToken ct)
    {
        if (await db.Set<Template>().AnyAsync(t => t.Code == wanted.Code, ct))
        {
            return new TemplateCodeIsTaken();
        }

        var template = new Template(Guid.CreateVersion7(), wanted.Code, wanted.Kind, wanted.Step, wanted.Language);
        template.Describe(wanted.TitleLv, wanted.TitleEn, wanted.Function, wanted.Nomenclature, wanted.RecipientKind);
        db.Add(template);
        var done = await AddVersionAsync(template, 1, docx, from, null, ct);
        return done.Done ? template.Id : done.Refusal;
    }

    public async Task<Outcome<Unit>> ProposeAsync(
        Guid id,
        byte[] docx,
        DateOnly from,
        string? remark,
        CancellationToken ct
    )
    {
        var template = await db.Set<Template>().SingleOrDefaultAsync(t => t.Id == id, ct);
        if (template is null)
        {
            return new NoSuchRecord();
        }

        var last = await db.Set<TemplateVersion>().Where(v => v.TemplateId == id).MaxAsync(v => v.Ordinal, ct);
        return await AddVersionAsync(template, last + 1, docx, from, remark, ct);
    }

    /// <param name="why">Why not; null approves.</param>
    public async Task<Outcome<Unit>> DecideAsync(Guid version, string? why, CancellationToken ct)
    {
        var proposed = await db.Set<TemplateVersion>()
            .SingleOrDefaultAsync(v => v.Id == version && v.State == TemplateState.Proposed, ct);
        if (proposed is null || staff.Current.Id is not { } me)
        {
            return new NoSuchRecord();
        }

        if (proposed.ProposedBy == me)
        {
            return new OwnTemplateIsApprovedByAnother();
        }

        if (why is not null)
        {
            proposed.Decline(me, clock.Now, why.Trim());
        }
        else
        {
            var before = await db.Set<TemplateVersion>()
                .Where(v => v.TemplateId == proposed.TemplateId && v.State == TemplateState.Approved && v.To == null)
                .ToListAsync(ct);
            if (before.Exists(v => v.From >= proposed.From))
            {
                return new TemplateBeginsTooEarly();
            }

            before.ForEach(v => v.End(proposed.From.AddDays(-1)));
            proposed.Approve(me, clock.Now);
        }

        return await CommitAsync(DocumentProcesses.TemplateDecided, proposed, ct);
    }

    private async Task<Outcome<Unit>> AddVersionAsync(
        Template template,
        int ordinal,
        byte[] docx,
        DateOnly from,
        string? remark,
        CancellationToken ct
    )
    {
        if (from < clock.Today)
        {
            return new TemplateBeginsTooEarly();
        }

        var put = await files.PutAsync(docx, UploadKind.Template, ct);
        if (!put.Done)
        {
            return put.Refusal is FileRefused refused ? refused with { In = "Sent" } : put.Refusal;
        }

        if (TemplateCheck.Check(docx, catalogue.All) is { Count: > 0 } findings)
        {
            return new TemplateIsWrong(findings);
        }

        var version = new TemplateVersion(template.Id, ordinal, put.Value.Sha256, staff.Current.Id, clock.Now, from);
        version.LiesIn(put.Value.Id);
        version.Says(remark);
        db.Add(version);
        return await CommitAsync(DocumentProcesses.TemplateProposed, version, ct);
    }

    private Task<Outcome<Unit>> CommitAsync(ProcessType type, TemplateVersion version, CancellationToken ct) =>
        processes.CommitAsync(
            new ProcessStart(type)
            {
                Subject = version.TemplateId,
                Values = new Dictionary<string, object?>
                {
                    ["version"] = version.Ordinal,
                    ["state"] = CodeConversion.CodeOf(version.State),
                },
            },
            ct
        );
}
