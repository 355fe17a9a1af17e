using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Law.Sections;
using Plus.Shared.Access.Records;
using Plus.Shared.Cases.Records;
using Plus.Shared.Documents;
using Plus.Shared.Documents.LifeCycle;
using Plus.Shared.Documents.Making;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Sending;
using Plus.Shared.Documents.Templates;

namespace Plus.Host.Demo.Documents;

/// <summary>
/// Some documents in each state, made through the application itself by the demo's case manager of the log-in, so that
/// their files lie in the store as all others do. Made once.
/// </summary>
internal static class DemoDocuments
{
    private static readonly string[] Templates =
    [
        "warning.lv",
        "informationRequest.lv",
        "answer.lv",
        "registration.lv",
    ];

    // For each document how far it goes, and how it is signed.
    private static readonly (DocumentState Until, SignatureKind How, string Channel)[] Ways =
    [
        (DocumentState.Draft, default, ""),
        (DocumentState.ToBeAgreed, default, ""),
        (DocumentState.Agreed, default, ""),
        (DocumentState.ToBeSigned, default, ""),
        (DocumentState.Signed, SignatureKind.Paper, ""),
        (DocumentState.Sent, SignatureKind.Electronic, "eAddress"),
        (DocumentState.Sent, SignatureKind.Paper, "post"),
        (DocumentState.Sent, SignatureKind.Electronic, "email"),
        (DocumentState.Sent, SignatureKind.Paper, "handed"),
        (DocumentState.Annulled, default, ""),
        (DocumentState.Registered, SignatureKind.ServiceDevice, ""),
        (DocumentState.ToBeAgreed, default, ""),
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
        for (var at = 0; at < sections.Count && templates.Count > 0; at++)
        {
            var template = templates[at % templates.Count].Template;
            var wanted = new WantedDocument(
                template.Id,
                sections[at].ClientId,
                sections[at].Id,
                template.TitleLv,
                template.RecipientKind == "person"
                    ? null
                    : new WantedRecipient("state", "Valsts policijas Vidzemes reģiona pārvaldei", null),
                new Dictionary<string, object?>()
            );
            await WalkAsync(services, (manager.Id, head.Id), wanted, Ways[at], ct);
        }
    }

    private static async Task WalkAsync(
        IServiceProvider services,
        (Kernel.Ids.StaffId Manager, Kernel.Ids.StaffId Head) people,
        WantedDocument wanted,
        (DocumentState Until, SignatureKind How, string Channel) way,
        CancellationToken ct
    )
    {
        await using var own = Scope(services, Acting(people.Manager));
        var id = Done(await own.ServiceProvider.GetRequiredService<MakeDocumentHandler>().MakeAsync(wanted, ct));
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

        if (
            way.Until
            is DocumentState.Draft
                or DocumentState.ToBeAgreed
                or DocumentState.Agreed
                or DocumentState.Annulled
        )
        {
            return;
        }

        await MoveAsync(own, id, new DocumentMove(DocumentState.ToBeSigned), ct);
        if (way.Until == DocumentState.ToBeSigned)
        {
            return;
        }

        Done(
            await own.ServiceProvider.GetRequiredService<SignDocumentHandler>().SignAsync(id, way.How, null, null, ct)
        );
        if (way.Until == DocumentState.Registered)
        {
            await MoveAsync(own, id, new DocumentMove(DocumentState.Registered), ct);
        }

        if (way.Until == DocumentState.Sent)
        {
            var delivery = new WantedDelivery(
                null,
                way.Channel is "post" or "handed" ? "person" : "state",
                way.Channel is "post" or "handed" ? "Adresātam" : "Valsts policijas Vidzemes reģiona pārvaldei",
                way.Channel,
                "Parauga iela 1, Cēsis, LV-4101",
                way.Channel == "email" ? "pasts@example.lv" : "_DEFAULT@90000000000"
            );
            Done(
                await own.ServiceProvider.GetRequiredService<SendDocumentHandler>().SendAsync(id, [delivery], null, ct)
            );
        }
    }

    private static async Task MoveAsync(AsyncServiceScope scope, Guid id, DocumentMove move, CancellationToken ct)
    {
        Done(await scope.ServiceProvider.GetRequiredService<MoveDocumentHandler>().MoveAsync(id, move, ct));
        scope.ServiceProvider.GetRequiredService<PlusDb>().ChangeTracker.Clear();
    }

    private static CurrentStaff Acting(Kernel.Ids.StaffId person) =>
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

    private static AsyncServiceScope Scope(IServiceProvider services, CurrentStaff staff)
    {
        var scope = services.CreateAsyncScope();
        var accessor = scope.ServiceProvider.GetRequiredService<StaffAccessor>();
        (accessor.Current, accessor.Source) = (staff, "demo");
        return scope;
    }

    private static T Done<T>(Outcome<T> outcome) =>
        outcome.Done ? outcome.Value : throw new InvalidOperationException(outcome.Refusal.TextKey);
}
