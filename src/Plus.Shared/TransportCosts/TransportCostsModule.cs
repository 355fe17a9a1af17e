using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.TransportCosts.Claiming;
using Plus.Shared.TransportCosts.Deciding;
using Plus.Shared.TransportCosts.Paying;
using Plus.Shared.TransportCosts.Records;
using Plus.Web.Layout;

namespace Plus.Shared.TransportCosts;

/// <summary>What clients pay to get to their work: claimed with tickets, decided, paid by list.</summary>
public sealed class TransportCostsModule : PlusModule
{
    /// <summary>Take in claims.</summary>
    public const string Claim = "transportCosts.claim";

    /// <summary>Decide claims.</summary>
    public const string Decide = "transportCosts.decide";

    /// <summary>Make payment lists.</summary>
    public const string Pay = "transportCosts.pay";

    // The word that opens payees and sums of approved claims, and nothing else of anybody.
    private const string Payments = "payments";

    public static readonly ProcessType Claimed = new("transportCosts.claimed", OnTimeline: true);
    public static readonly ProcessType Decided = new("transportCosts.decided", OnTimeline: true);
    public static readonly ProcessType Listed = new("transportCosts.listed");

    public override string Code => "transportCosts";

    public override IEnumerable<Permission> Permissions =>
        [new(Claim) { OfPeople = true }, new(Decide) { OfPeople = true }, new(Pay) { Word = Payments }];

    public override IEnumerable<ProcessType> ProcessTypes => [Claimed, Decided, Listed];

    // Sums stay countable by year; to whom and where to it was paid goes with the person.
    public override IEnumerable<ErasureRule> Erasures =>
        [
            new("transport_costs.claim") { Set = new Dictionary<string, string> { ["account"] = "NULL" } },
            new("transport_costs.ticket") { Delete = true },
        ];

    public override IEnumerable<string> KeptAtHand => ["transport_costs.*"];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<ClaimHandler>();
        services.AddScoped<DecideClaimHandler>();
        services.AddScoped<PaymentListHandler>();
        services.AddScoped<Payees>();
        services.AddScoped<ClaimReader>();
        services.AddSingleton(new MenuItem("transportCosts.menu", "/transport-costs", Decide, 55));
        services.AddSingleton(new MenuItem("transportCosts.payments", "/transport-costs/payments", Pay, 56));
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new PaymentListTable());
        model.ApplyConfiguration(new TransportClaimTable());
        model.ApplyConfiguration(new TransportTicketTable());
    }

    public override void Endpoints(IEndpointRouteBuilder endpoints) => TicketEndpoint.Map(endpoints);
}
