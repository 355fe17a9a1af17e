using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Documents.Delivered;
using Plus.Shared.Documents.Fields;
using Plus.Shared.Home;
using Plus.Shared.Obligations.Bans;
using Plus.Shared.Obligations.Conflicts;
using Plus.Shared.Obligations.Ending;
using Plus.Shared.Obligations.Fields;
using Plus.Shared.Obligations.Following;
using Plus.Shared.Obligations.Listing;
using Plus.Shared.Obligations.Records;
using Plus.Shared.Obligations.Setting;

namespace Plus.Shared.Obligations;

/// <summary>Obligations of supervision and observation: set, served, checked, contested, changed, ended.</summary>
public sealed class ObligationsModule : PlusModule, IFieldDoor, ITemplateDoor
{
    public string TemplateFolder => "Plus.Shared/Obligations/Delivered/";

    public IReadOnlyList<DocumentField> Fields => ObligationFields.All;

    public Task FillAsync(FieldReading reading, CancellationToken ct) => ObligationFields.FillAsync(reading, ct);

    /// <summary>See obligations and their checks.</summary>
    public const string View = "obligations.view";

    /// <summary>Set, serve, check, contest, change and end them.</summary>
    public const string Set = "obligations.set";

    /// <summary>Read and write the addresses that a ban protects, and let a place stand that meets one.</summary>
    public const string Protect = "obligations.protect";

    public override string Code => "obligations";

    public override IEnumerable<Permission> Permissions =>
        [new(View) { OfPeople = true, Reads = true }, new(Set) { OfPeople = true }, new(Protect) { OfPeople = true }];

    public override IEnumerable<ProcessType> ProcessTypes =>
        [
            SetObligationHandler.WasSet,
            SetObligationHandler.Changed,
            FollowObligationHandler.Served,
            FollowObligationHandler.Checked,
            FollowObligationHandler.Contested,
            FollowObligationHandler.ContestDecided,
            EndObligationHandler.Ended,
            BanCheck.Answered,
            ProtectAddressHandler.Protected,
            ProtectAddressHandler.Released,
            BanWatch.Found,
            BanWatch.Over,
            SettleConflictHandler.Settled,
        ];

    // Victims' data go by a term of their own: what lies in the archive would be kept longer.
    public override IEnumerable<string> KeptAtHand =>
        [
            "obligations.obligation",
            "obligations.protected_address",
            "obligations.avoided_people",
            "obligations.ban_conflict",
        ];

    public override IEnumerable<ErasureRule> Erasures => BanRetention.Rules;

    public override IEnumerable<RetentionClass> RetentionClasses => [BanRetention.OfProtected];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<ObligationReader>();
        services.AddScoped<SentDecision>();
        services.AddScoped<SetObligationHandler>();
        services.AddScoped<FollowObligationHandler>();
        services.AddScoped<EndObligationHandler>();
        services.AddScoped<BanCheck>();
        services.AddScoped<BanAsking>();
        services.AddScoped<BanWatch>();
        services.AddScoped<ConflictReader>();
        services.AddScoped<SettleConflictHandler>();
        services.AddScoped<HomeNotice, ConflictHomeNotice>();
        services.AddScoped<ProtectAddressHandler>();
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new ObligationTable());
        model.ApplyConfiguration(new AvoidedPeopleTable());
        model.ApplyConfiguration(new ProtectedAddressTable());
        model.ApplyConfiguration(new BanConflictTable());
        model.ApplyConfiguration(new ObligationCheckTable());
    }
}
