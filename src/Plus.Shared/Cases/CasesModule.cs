using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Cases.Annulling;
using Plus.Shared.Cases.Assigning;
using Plus.Shared.Cases.Closing;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Editing;
using Plus.Shared.Cases.Erasing;
using Plus.Shared.Cases.Fields;
using Plus.Shared.Cases.Lists;
using Plus.Shared.Cases.Opening;
using Plus.Shared.Cases.OpeningByHand;
using Plus.Shared.Cases.Records;
using Plus.Shared.Cases.Registering;
using Plus.Shared.Cases.Sections;
using Plus.Shared.Cases.Suspending;
using Plus.Shared.Cases.Terms;
using Plus.Shared.Cases.Transfers;
using Plus.Shared.Documents.Fields;
using Plus.Web.Layout;

namespace Plus.Shared.Cases;

/// <summary>One case for each client, its sections, their founding documents and who carries them out.</summary>
public sealed class CasesModule : PlusModule, IFieldDoor
{
    public override string Code => "cases";

    public IReadOnlyList<DocumentField> Fields => SectionFields.All;

    public Task FillAsync(FieldReading reading, CancellationToken ct) => SectionFields.FillAsync(reading, ct);

    public override IEnumerable<Permission> Permissions => CasePermissions.All;

    public override IEnumerable<ProcessType> ProcessTypes => CaseProcesses.All;

    public override IEnumerable<ErasureRule> Erasures => CaseErasure.Rules;

    public override IEnumerable<RetentionClass> RetentionClasses => [CaseErasure.Kept];

    public override IEnumerable<string> KeptAtHand => ["cases.*"];

    public override void Services(IServiceCollection services)
    {
        services.AddSingleton<FunctionDoors>();
        services.AddSingleton(new MenuItem("cases.menu.sections", "/sections", CasePermissions.View, 30));
        services.AddSingleton(new MenuItem("home.week.menu", "/week", "tasks.view", 11));
        services.AddSingleton(new MenuItem("home.board.menu", "/board", CasePermissions.Assign, 14));
        services.AddSingleton(new MenuItem("cases.menu.functions", "/functions", CasePermissions.View, 35));
        services.AddScoped<TerritorialCompetence>();
        services.AddScoped<CaseNumbers>();
        services.AddScoped<SectionOpening>();
        services.AddScoped<SectionEditing>();
        services.AddScoped<SectionReader>();
        services.AddScoped<SectionHead>();
        services.AddScoped<SectionDetails>();
        services.AddScoped<RegisterClientHandler>();
        services.AddScoped<FormCaseHandler>();
        services.AddScoped<SuspendHandlers>();
        services.AddScoped<TermExplaining>();
        services.AddScoped<ChangeTermHandler>();
        services.AddScoped<CloseSectionHandler>();
        services.AddScoped<ClosingDocuments>();
        services.AddScoped<ClosingEffects>();
        services.AddScoped<AnnulSectionHandler>();
        services.AddScoped<SectionList>();
        services.AddScoped<TransferTargets>();
        services.AddScoped<AssignmentProposal>();
        services.AddScoped<TrainedReceivers>();
        services.AddScoped<TransferHandler>();
        services.AddScoped<HandOver>();
        services.AddScoped<OpeningClient>();
        services.AddScoped<OpenByHandHandler>();
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new CaseTable());
        model.ApplyConfiguration(new BasisTable());
        model.ApplyConfiguration(new BasisOffenceTable());
        model.ApplyConfiguration(new SectionTable());
        model.ApplyConfiguration(new AssignmentTable());
        model.ApplyConfiguration(new SuspensionTable());
        model.ApplyConfiguration(new TermChangeTable());
        model.ApplyConfiguration(new ClosingGroundTable());
    }
}
