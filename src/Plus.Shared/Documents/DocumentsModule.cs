using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Documents.Bulk;
using Plus.Shared.Documents.Delivery;
using Plus.Shared.Documents.Fields;
using Plus.Shared.Documents.Figures;
using Plus.Shared.Documents.InPlace;
using Plus.Shared.Documents.LifeCycle;
using Plus.Shared.Documents.Lists;
using Plus.Shared.Documents.Making;
using Plus.Shared.Documents.Names;
using Plus.Shared.Documents.Numbering;
using Plus.Shared.Documents.Overview;
using Plus.Shared.Documents.Pdf;
using Plus.Shared.Documents.Post;
using Plus.Shared.Documents.Records;
using Plus.Shared.Documents.Sending;
using Plus.Shared.Documents.Signed;
using Plus.Shared.Documents.Templates;
using Plus.Shared.Documents.Versions;
using Plus.Shared.Home;
using Plus.Shared.Outbox;
using Plus.Shared.Statistics.Contract;
using Plus.Web.Layout;

namespace Plus.Shared.Documents;

/// <summary>The documents of case files, from the first draft to the case file, and what they are made from.</summary>
public sealed class DocumentsModule : PlusModule, IFieldDoor, IFigureDoor
{
    public override string Code => "documents";

    public IReadOnlyList<DocumentField> Fields => DocumentFields.All;

    public FigureContribution Figures => DocumentFigures.Contribution;

    public Task FillAsync(FieldReading reading, CancellationToken ct) => DocumentFields.FillAsync(reading, ct);

    public override IEnumerable<Permission> Permissions => DocumentPermissions.All;

    public override IEnumerable<ProcessType> ProcessTypes => DocumentProcesses.All;

    // The register of documents stays whole, and with it numbers and figures; their versions move.
    public override IEnumerable<string> KeptAtHand => ["documents.document", "documents.document_recipient"];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<DocumentFiles>();
        services.AddScoped<SaveVersionHandler>();
        services.AddScoped<SignatureFindings>();
        services.AddScoped<SignElectronicallyHandler>();
        services.AddScoped<EditingPasses>();
        services.AddScoped<RecoveredSaves>();
        services.AddScoped<InPlaceState>();
        services.AddScoped<ShareTools>();
        services.AddSingleton<SideFiles>();
        services.AddScoped<AddDocumentHandler>();
        services.AddScoped<DocumentNumbers>();
        services.AddScoped<NumberedVersion>();
        services.AddScoped<DocumentPeople>();
        services.AddScoped<MoveDocumentHandler>();
        services.AddScoped<SignDocumentHandler>();
        services.AddScoped<DocumentHead>();
        services.AddScoped<DocumentList>();
        services.AddScoped<NomenclatureHandler>();
        services.AddScoped<SeriesChoices>();
        services.AddSingleton<FieldCatalogue>();
        services.AddScoped<TemplateFiles>();
        services.AddScoped<TemplateChoice>();
        services.AddScoped<TemplateHandler>();
        services.AddScoped<TemplateTrial>();
        services.AddScoped<MakeDocumentHandler>();
        services.AddScoped<NameFormsHandler>();
        services.AddScoped<SendDocumentHandler>();
        services.AddScoped<NoteDeliveryHandler>();
        services.AddScoped<PostList>();
        services.AddScoped<OutboxKind, DocumentLetter>();
        services.AddSingleton(new PdfProgram());
        services.AddSingleton<PdfRunner>();
        services.AddSingleton<BulkRunner>();
        services.AddSingleton(
            new MenuItem("documents.templates.menu", "/documents/templates", DocumentPermissions.Templates, 835)
        );
        services.AddScoped<HomeNotice, DocumentsThatWait>();
        services.AddSingleton(new MenuItem("documents.menu", "/documents", DocumentPermissions.View, 45));
        services.AddSingleton(
            new MenuItem(
                "documents.nomenclature.menu",
                "/documents/nomenclature",
                DocumentPermissions.Nomenclature,
                840
            )
        );
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new NomenclatureTable());
        model.ApplyConfiguration(new NumberSeriesTable());
        model.ApplyConfiguration(new TemplateTable());
        model.ApplyConfiguration(new TemplateVersionTable());
        model.ApplyConfiguration(new DocumentTable());
        model.ApplyConfiguration(new DocumentVersionTable());
        model.ApplyConfiguration(new DocumentRecipientTable());
        model.ApplyConfiguration(new SignatureFindingTable());
        model.ApplyConfiguration(new EditingPassTable());
        model.ApplyConfiguration(new EditingLockTable());
        model.ApplyConfiguration(new RecoveredSaveTable());
        model.ApplyConfiguration(new NameFormTable());
        model.ApplyConfiguration(new PdfJobTable());
        model.ApplyConfiguration(new BulkRunTable());
    }

    public override void Endpoints(IEndpointRouteBuilder endpoints)
    {
        VersionEndpoint.Map(endpoints);
        TemplateTrial.Map(endpoints);
        PdfEndpoints.Map(endpoints);
        ShareEndpoint.Map(endpoints);
        RecoveredEndpoint.Map(endpoints);
    }
}
