using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Statistics.Contract;
using Plus.Shared.Support.Consultations;
using Plus.Shared.Support.Counts;
using Plus.Shared.Support.Overview;
using Plus.Shared.Support.Providers;
using Plus.Shared.Support.Records;
using Plus.Shared.Support.Rehabilitation;
using Plus.Shared.Support.Settling;
using Plus.Web.Layout;

namespace Plus.Shared.Support;

/// <summary>Services that the Service pays for: social rehabilitation in part or in full, consultations of specialists.</summary>
public sealed class SupportModule : PlusModule, IFigureDoor
{
    /// <summary>See what clients receive.</summary>
    public const string View = "support.view";

    /// <summary>Refer clients and record what they receive.</summary>
    public const string Refer = "support.refer";

    /// <summary>See providers, contracts and what is left of their money.</summary>
    public const string Register = "support.register";

    /// <summary>Add and change providers and contracts.</summary>
    public const string Contracts = "support.contracts";

    /// <summary>Check invoices and pay them; nobody is named.</summary>
    public const string Settle = "support.settle";

    /// <summary>See how many clients and sessions there were; nobody is named.</summary>
    public const string Figures = "support.figures";

    public override string Code => "support";

    FigureContribution IFigureDoor.Figures => SupportFigures.Contribution;

    public override IEnumerable<Permission> Permissions =>
        [
            new(View) { OfPeople = true, Reads = true },
            new(Refer) { OfPeople = true },
            new(Register),
            new(Contracts),
            new(Settle),
            new(Figures),
        ];

    public override IEnumerable<ProcessType> ProcessTypes =>
        [
            ReferStayHandler.Referred,
            StayHandler.Entered,
            StayHandler.Left,
            StayHandler.Absent,
            StayHandler.Cancelled,
            ConsultationHandler.Referred,
            ConsultationHandler.Held,
            ConsultationHandler.Missed,
            ConsultationHandler.Ended,
            ProviderHandler.Added,
            ProviderHandler.Changed,
            ProviderHandler.ContractAdded,
            ProviderHandler.ContractAmended,
            InvoiceHandler.Received,
            InvoiceHandler.Accepted,
            InvoiceHandler.Returned,
            InvoiceHandler.Paid,
        ];

    // Money already settled and yearly counts are made of them.
    public override IEnumerable<string> KeptAtHand =>
        ["support.rehabilitation", "support.absence", "support.consultation", "support.session"];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<SupportReader>();
        services.AddSingleton<ContractLock>();
        services.AddScoped<ContractMoney>();
        services.AddScoped<ReferStayHandler>();
        services.AddScoped<StayHandler>();
        services.AddScoped<ConsultationHandler>();
        services.AddScoped<ProviderHandler>();
        services.AddScoped<InvoiceHandler>();
        services.AddScoped<ConsultationCounts>();
        services.AddSingleton(new MenuItem("support.menu", "/support/providers", Register, 54));
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new ProviderTable());
        model.ApplyConfiguration(new ProviderContractTable());
        model.ApplyConfiguration(new RehabilitationReferralTable());
        model.ApplyConfiguration(new StayAbsenceTable());
        model.ApplyConfiguration(new ConsultationTable());
        model.ApplyConfiguration(new ConsultationSessionTable());
        model.ApplyConfiguration(new ProviderInvoiceTable());
        model.ApplyConfiguration(new InvoiceLineTable());
    }
}
