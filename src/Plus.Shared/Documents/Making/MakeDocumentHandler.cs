using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Documents.Fields;
using Plus.Shared.Documents.Grammar;
using Plus.Shared.Documents.LifeCycle;
using Plus.Shared.Documents.Merging;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Templates;
using Plus.Shared.Documents.Versions;
using Plus.Shared.Files.Checking;
using Plus.Web.Language;

namespace Plus.Shared.Documents.Making;

/// <summary>Whom a document is for.</summary>
public sealed record WantedRecipient(string Kind, string Name, string? Address);

/// <summary>A document to be made from a template.</summary>
/// <param name="Answers">What was asked, by name: words, or a day.</param>
public sealed record WantedDocument(
    Guid Template,
    ClientId Client,
    SectionId? Section,
    string Title,
    WantedRecipient? Recipient,
    IReadOnlyDictionary<string, object?> Answers
)
{
    /// <summary>Code of an offered recipient, where nobody chose one: it is found with what the document is filled from.</summary>
    public string? To { get; init; }

    /// <summary>Its PDF is asked for at once.</summary>
    public bool WithPdf { get; init; }
}

/// <summary>The template holds no longer, or not yet.</summary>
public sealed record TemplateHoldsNoLonger() : Refusal("documents.make.templateGone");

/// <summary>Makes documents: reads the data as they are, fills the template, and keeps which version of it and when.</summary>
public sealed class MakeDocumentHandler(
    PlusDb db,
    AddDocumentHandler add,
    TemplateChoice templates,
    TemplateFiles files,
    FieldCatalogue catalogue,
    FunctionDoors doors,
    TextCatalog words,
    StaffAccessor staff,
    PlusClock clock
)
{
    public async Task<Outcome<Guid>> MakeAsync(WantedDocument wanted, CancellationToken ct)
    {
        var filled = await FillAsync(wanted, ct);
        if (!filled.Done)
        {
            return filled.Refusal;
        }

        var (chosen, docx, readAt, recipient) = filled.Value;
        var recipients = recipient is { } to ? new (string, string, string?)[] { (to.Kind, to.Name, to.Address) } : [];
        return await add.AddAsync(
            new NewDocument(
                wanted.Client,
                wanted.Section,
                chosen.Template.Kind,
                wanted.Title,
                chosen.Template.Language,
                chosen.Template.NomenclatureId
            )
            {
                MadeFrom = (chosen.Version.Id, chosen.Template.Code, readAt),
                Recipients = recipients,
                WithPdf = wanted.WithPdf,
            },
            new VersionContent(docx) { MadeAs = MediaTypes.Docx },
            VersionOrigin.Generated,
            ct
        );
    }

    /// <summary>The document as it would be, without keeping anything.</summary>
    public async Task<Outcome<byte[]>> PreviewAsync(WantedDocument wanted, CancellationToken ct)
    {
        var filled = await FillAsync(wanted, ct);
        return filled.Done ? filled.Value.Docx : filled.Refusal;
    }

    /// <summary>The recipients that need no typing: the client, who issued the founding document, the host employer.</summary>
    public async Task<IReadOnlyList<(string Code, WantedRecipient Recipient)>> OfferedAsync(
        ClientId client,
        SectionId? section,
        CancellationToken ct
    )
    {
        return await OfferedAsync(await ReadAsync(client, section, "lv", ct), section, ct);
    }

    /// <summary>Words proposed for the questions of a template, from what is known of the section.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ProposedAsync(
        ClientId client,
        SectionId? section,
        string language,
        CancellationToken ct
    ) => (await ReadAsync(client, section, language, ct)).Proposals;

    private async Task<IReadOnlyList<(string Code, WantedRecipient Recipient)>> OfferedAsync(
        FieldReading reading,
        SectionId? section,
        CancellationToken ct
    )
    {
        var offered = new List<(string, WantedRecipient)>();
        if (reading.Values.GetValueOrDefault("client.name") is NameValue name)
        {
            var address = reading.Values.GetValueOrDefault("client.address") as string;
            offered.Add(("client", new("person", name.In(LatvianCase.Dative), address)));
        }

        if (reading.Values.GetValueOrDefault("basis.issuer") is InstitutionValue issuer)
        {
            var kind = await (
                from s in db.Set<Section>()
                join b in db.Set<Basis>() on s.BasisId equals b.Id
                where s.Id == section
                select b.IssuerKind
            ).FirstOrDefaultAsync(ct);
            offered.Add(("issuer", new(RecipientKinds.OfIssuer(kind), issuer.In(LatvianCase.Dative), null)));
        }

        if (reading.Values.GetValueOrDefault("host.name") is string host)
        {
            offered.Add(("host", new("legalPerson", host, reading.Values.GetValueOrDefault("host.address") as string)));
        }

        return offered;
    }

    private async Task<
        Outcome<(ChosenTemplate Template, byte[] Docx, DateTimeOffset ReadAt, WantedRecipient? To)>
    > FillAsync(WantedDocument wanted, CancellationToken ct)
    {
        if (
            !await db.ReachesAsync(staff.Current, DocumentPermissions.Work, wanted.Client, ct)
            || (
                wanted.Section is { } section
                && !await db.Set<Section>()
                    .Within(staff.Current, DocumentPermissions.Work)
                    .AnyAsync(s => s.Id == section && s.ClientId == wanted.Client, ct)
            )
        )
        {
            return new NoSuchRecord();
        }

        if (await templates.FindAsync(wanted.Template, clock.Today, ct) is not { } chosen)
        {
            return new TemplateHoldsNoLonger();
        }

        var readAt = clock.Now;
        var reading = await ReadAsync(wanted.Client, wanted.Section, chosen.Template.Language, ct);
        var recipient = wanted.To is { } code
            ? (await OfferedAsync(reading, wanted.Section, ct)).FirstOrDefault(o => o.Code == code).Recipient
            : wanted.Recipient;
        reading.Set("recipient.name", recipient?.Name);
        reading.Set("recipient.address", recipient?.Address);
        foreach (var (name, answer) in wanted.Answers)
        {
            reading.Set("ask:" + name, answer);
        }

        var docx = TemplateMerge.Fill(
            await files.ReadAsync(chosen.Version, ct),
            reading.Values,
            chosen.Template.Language
        );
        return (chosen, docx, readAt, recipient);
    }

    private async Task<FieldReading> ReadAsync(
        ClientId client,
        SectionId? section,
        string language,
        CancellationToken ct
    )
    {
        var texts = words.In(language == "en" ? PageLanguage.English : PageLanguage.Latvian);
        var reading = new FieldReading(db, client, section, clock.Today, staff.Current, doors, texts);
        await catalogue.ReadAsync(reading, ct);
        return reading;
    }
}
