using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Sections;
using Plus.Shared.Access.Records;
using Plus.Shared.Documents;
using Plus.Shared.Documents.InPlace;
using Plus.Shared.Documents.LifeCycle;
using Plus.Shared.Documents.Making;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Sending;
using Plus.Shared.Documents.Signed;
using Plus.Shared.Documents.Templates;
using Plus.Shared.Documents.Versions;
using Plus.Shared.Outbox.Running;
using static Plus.Host.Demo.DemoActing;
using Document = Plus.Shared.Documents.Records.Document;
using Section = Plus.Shared.Cases.Records.Section;

namespace Plus.Host.Demo.Documents;

/// <summary>
/// Some documents in each state, made through the application itself by the demo's case manager of the log-in, so that
/// their files lie in the store as all others do. Made once.
/// </summary>
public static class DemoDocuments
{
    private static readonly string[] Templates =
    [
        "warning.lv",
        "informationRequest.lv",
        "answer.lv",
        "registration.lv",
    ];

    // For each document how far it goes, how it is signed, and by which channel and to which address it leaves.
    private static readonly Way[] Ways =
    [
        new(DocumentState.Draft) { Saves = 2, Recovers = true },
        new(DocumentState.ToBeAgreed),
        new(DocumentState.Agreed),
        new(DocumentState.ToBeSigned),
        new(DocumentState.Signed, SignatureKind.Electronic),
        new(DocumentState.Sent, SignatureKind.Electronic, "eAddress", "_DEFAULT@90000000000"),
        new(DocumentState.Sent, SignatureKind.Paper, "post"),
        new(DocumentState.Sent, SignatureKind.Electronic, "email", "pasts@example.lv"),
        new(DocumentState.Sent, SignatureKind.Paper, "handed"),
        new(DocumentState.Sent, SignatureKind.Electronic, "eAddress", "nav-zinama"),
        new(DocumentState.Annulled),
        new(DocumentState.Registered, SignatureKind.ServiceDevice),
    ];

    public static async Task MakeAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var look = Scope(services, new CurrentStaff { Reach = Reach.System("demo") });
        var db = look.ServiceProvider.GetRequiredService<PlusDb>();
        var manager = await db.Set<Staff>().AsNoTracking().SingleOrDefaultAsync(s => s.UserName == "darbinieks", ct);
        var head = await db.Set<Staff>().AsNoTracking().SingleOrDefaultAsync(s => s.UserName == "vaditajs", ct);
        if (manager is null || head is null || await db.Set<Document>().AnyAsync(d => d.Source == "plus", ct))
        {
            return;
        }

        var sections = await db.Set<Section>()
            .AsNoTracking()
            .Where(s => s.ManagerId == manager.Id && s.State == SectionState.Active)
            .OrderBy(s => s.OpenedOn)
            .ThenBy(s => s.Id)
            .Take(Ways.Length)
            .ToListAsync(ct);
        var today = look.ServiceProvider.GetRequiredService<PlusClock>().Today;
        var templates = (await look.ServiceProvider.GetRequiredService<TemplateChoice>().OnAsync(today, null, ct))
            .Where(t => Templates.Contains(t.Template.Code))
            .ToList();
        for (var at = 0; at < Ways.Length && sections.Count > 0 && templates.Count > 0; at++)
        {
            await WalkAsync(
                services,
                (manager.Id, head.Id),
                templates[at % templates.Count].Template,
                sections[at % sections.Count],
                Ways[at],
                ct
            );
        }

        await services.GetRequiredService<OutboxRunner>().LookAsync(ct);
    }

    private static async Task WalkAsync(
        IServiceProvider services,
        (StaffId Manager, StaffId Head) people,
        Template template,
        Section section,
        Way way,
        CancellationToken ct
    )
    {
        await using var own = Scope(services, Acting(people.Manager));
        var making = own.ServiceProvider.GetRequiredService<MakeDocumentHandler>();
        var offered = await making.OfferedAsync(section.ClientId, section.Id, ct);
        var recipient =
            template.RecipientKind == "person"
                ? offered.First(o => o.Code == "client").Recipient
                : new WantedRecipient("police", "Valsts policijas Vidzemes reģiona pārvaldei", null);
        var wanted = new WantedDocument(
            template.Id,
            section.ClientId,
            section.Id,
            template.TitleLv,
            recipient,
            new Dictionary<string, object?>()
        );
        var id = Done(await making.MakeAsync(wanted, ct));
        for (var save = 1; save < way.Saves; save++)
        {
            await SaveAsync(own, id, way.Recovers, ct);
        }

        if (way.Until is DocumentState.ToBeAgreed or DocumentState.Agreed)
        {
            await MoveAsync(own, id, new DocumentMove(DocumentState.ToBeAgreed), ct);
        }

        if (way.Until == DocumentState.Agreed)
        {
            await using var other = Scope(services, Acting(people.Head));
            await MoveAsync(other, id, new DocumentMove(DocumentState.Agreed), ct);
        }

        if (way.Until == DocumentState.Annulled)
        {
            await MoveAsync(own, id, new DocumentMove(DocumentState.Annulled, Reason: "Sagatavots divreiz"), ct);
        }

        if (way.Until < DocumentState.ToBeSigned || way.Until == DocumentState.Annulled)
        {
            return;
        }

        await MoveAsync(own, id, new DocumentMove(DocumentState.ToBeSigned), ct);
        if (way.Until == DocumentState.ToBeSigned)
        {
            return;
        }

        await SignAsync(own, id, way.How, ct);
        if (way.Until == DocumentState.Registered)
        {
            await MoveAsync(own, id, new DocumentMove(DocumentState.Registered), ct);
        }

        if (way.Until == DocumentState.Sent)
        {
            await SendAsync(own, id, way, ct);
        }
    }

    // A second version with one more sentence, and beside it a save that came too late.
    private static async Task SaveAsync(AsyncServiceScope own, Guid id, bool recovers, CancellationToken ct)
    {
        var db = own.ServiceProvider.GetRequiredService<PlusDb>();
        var files = own.ServiceProvider.GetRequiredService<DocumentFiles>();
        var last = await db.Set<DocumentVersion>()
            .AsNoTracking()
            .Where(v => v.DocumentId == id)
            .OrderByDescending(v => v.Ordinal)
            .FirstAsync(ct);
        var bytes = await files.ReadAsync(last.FileId, ct);
        var passes = own.ServiceProvider.GetRequiredService<EditingPasses>();
        var ticket = Done(await passes.BeginAsync(id, Guid.Empty, strong: false, ct));
        var saved = await own
            .ServiceProvider.GetRequiredService<SaveVersionHandler>()
            .SaveAsync(
                id,
                new VersionContent(With(bytes, "Jautājumu gadījumā lūdzam sazināties ar lietas vadītāju.")),
                VersionOrigin.Edited,
                last.Ordinal,
                ct
            );
        Done(saved);
        db.ChangeTracker.Clear();
        if (recovers)
        {
            var pass = (await passes.FindAsync(ticket.Token, ct))!;
            await own
                .ServiceProvider.GetRequiredService<RecoveredSaves>()
                .KeepAsync(pass, With(bytes, "Lūdzam zvanīt darba laikā."), RecoveredReason.Conflict);
            db.ChangeTracker.Clear();
        }
    }

    private static byte[] With(byte[] docx, string sentence)
    {
        using var stream = new MemoryStream();
        stream.Write(docx);
        using (var word = WordprocessingDocument.Open(stream, isEditable: true))
        {
            var body = word.MainDocumentPart!.Document!.Body!;
            var paragraph = new Paragraph(new Run(new Text(sentence)));
            if (body.GetFirstChild<SectionProperties>() is { } end)
            {
                body.InsertBefore(paragraph, end);
            }
            else
            {
                body.Append(paragraph);
            }
        }

        return stream.ToArray();
    }

    private static async Task SignAsync(AsyncServiceScope own, Guid id, SignatureKind how, CancellationToken ct)
    {
        var electronic = own.ServiceProvider.GetRequiredService<SignElectronicallyHandler>();
        Done(
            how == SignatureKind.Electronic && electronic.IsOffered
                ? await electronic.SignAsync(id, null, ct)
                : await own.ServiceProvider.GetRequiredService<SignDocumentHandler>().SignAsync(id, how, null, null, ct)
        );
    }

    private static async Task SendAsync(AsyncServiceScope own, Guid id, Way way, CancellationToken ct)
    {
        var recipients = await own
            .ServiceProvider.GetRequiredService<PlusDb>()
            .Set<DocumentRecipient>()
            .AsNoTracking()
            .Where(r => r.DocumentId == id)
            .ToListAsync(ct);
        var deliveries = recipients
            .Select(r => new WantedDelivery(
                r.Id,
                r.Kind,
                r.Name,
                way.Channel,
                r.PostalAddress ?? "Parauga iela 1, Cēsis, LV-4101",
                way.Address
            ))
            .ToList();
        Done(await own.ServiceProvider.GetRequiredService<SendDocumentHandler>().SendAsync(id, deliveries, null, ct));
    }

    private static async Task MoveAsync(AsyncServiceScope scope, Guid id, DocumentMove move, CancellationToken ct)
    {
        Done(await scope.ServiceProvider.GetRequiredService<MoveDocumentHandler>().MoveAsync(id, move, ct));
        scope.ServiceProvider.GetRequiredService<PlusDb>().ChangeTracker.Clear();
    }

    private static CurrentStaff Acting(StaffId person) =>
        new()
        {
            Id = person,
            Roles = ["caseManager"],
            Permissions = DocumentPermissions.All.ToDictionary(
                p => p.Code,
                _ => AccessScope.Service,
                StringComparer.Ordinal
            ),
            Reach = Reach.System("demo"),
        };

    private sealed record Way(
        DocumentState Until,
        SignatureKind How = default,
        string Channel = "",
        string? Address = null
    )
    {
        public int Saves { get; init; } = 1;

        public bool Recovers { get; init; }
    }
}
