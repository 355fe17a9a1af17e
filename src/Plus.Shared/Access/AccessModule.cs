using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Access.Confirming;
using Plus.Shared.Access.Leaving;
using Plus.Shared.Access.LogIn;
using Plus.Shared.Access.OpenedInNeed;
using Plus.Shared.Access.Passkeys;
using Plus.Shared.Access.Passwords;
using Plus.Shared.Access.Posts;
using Plus.Shared.Access.Proposals;
using Plus.Shared.Access.Reaching;
using Plus.Shared.Access.Records;
using Plus.Shared.Access.Restricting;
using Plus.Shared.Access.Roles;
using Plus.Shared.Access.SecondFactor;
using Plus.Shared.Access.Sessions;
using Plus.Shared.Access.SingleSignOn;
using Plus.Shared.Access.StaffDirectory;
using Plus.Shared.Access.StatingPurpose;
using Plus.Shared.Access.Substituting;
using Plus.Shared.Access.Trainings;
using Plus.Shared.Home;
using Plus.Web.Layout;

namespace Plus.Shared.Access;

/// <summary>Who works here, in which role, and what each role may do.</summary>
public sealed class AccessModule : PlusModule
{
    public override string Code => "access";

    public override IEnumerable<Permission> Permissions => AccessPermissions.All;

    public override IEnumerable<ProcessType> ProcessTypes => AccessProcesses.All;

    public override IEnumerable<NightlyJob> Jobs => [UnconfirmedAccess.Job, KnownSessions.Job];

    public override IEnumerable<ErasureRule> Erasures => [new("access.client_restriction") { Delete = true }];

    public override IEnumerable<string> KeptAtHand => ["access.*"];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<StaffSession>();
        services.AddScoped<KnownSessions>();
        services.AddScoped<LogInHandler>();
        services.AddSingleton<HalfLogIn>();
        services.AddScoped<SecondFactorCheck>();
        services.AddScoped<SecondFactorHandler>();
        services.AddSingleton<PasswordRules>();
        services.TryAddSingleton(BreachedPasswords.None);
        services.AddScoped<PasswordLinks>();
        services.AddScoped<SetPasswordHandler>();
        services.AddScoped<ChangePasswordHandler>();
        services.AddScoped<StaffScope>();
        services.AddScoped<TrainingHandler>();
        services.AddScoped<StaffCompetence>();
        services.AddScoped<StaffList>();
        services.AddScoped<AddStaffHandler>();
        services.AddScoped<CorrectStaffHandler>();
        services.AddScoped<StaffLogInHandler>();
        services.AddScoped<PostRules>();
        services.AddScoped<PostList>();
        services.AddScoped<PostChoices>();
        services.AddScoped<GivePostHandler>();
        services.AddScoped<EndPostHandler>();
        services.AddScoped<LastAdministrator>();
        services.AddScoped<ConfirmationList>();
        services.AddScoped<ConfirmAccessHandler>();
        services.AddScoped<HomeNotice, AccessToConfirm>();
        services.AddScoped<PostGiving>();
        services.AddScoped<ProposalList>();
        services.AddScoped<DecideProposalHandler>();
        services.AddScoped<HomeNotice, ProposalsToDecide>();
        services.AddScoped<LeaveHandler>();
        services.AddScoped<OpenWork>();
        services.AddScoped<ChangeRoleHandler>();
        services.AddScoped<RoleMatrix>();
        services.AddSingleton(new MenuItem("access.menu.staff", "/access/staff", AccessPermissions.StaffView, 800));
        services.AddSingleton(new MenuItem("access.menu.confirm", "/access/confirm", AccessPermissions.Confirm, 805));
        services.AddSingleton(
            new MenuItem("access.proposal.title", "/access/proposals", AccessPermissions.Decide, 807)
        );
        services.AddSingleton(new MenuItem("access.menu.roles", "/access/roles", AccessPermissions.RolesView, 810));
        services.TryAddSingleton(LogInWays.LocalOnly);
        services.AddPasskeys();
        services.AddScoped<MapClaimHandler>();
        services.AddSingleton(
            new MenuItem("access.signOn.title", "/access/single-sign-on", AccessPermissions.RolesChange, 812)
        );
        services.AddScoped<RestrictHandler>();
        services.AddScoped<SubstituteHandler>();
        services.AddScoped<OpenInNeedHandler>();
        services.AddScoped<AlarmOpenings>();
        services.AddScoped<RecordAnswers>();
        services.AddScoped<StatePurposeHandler>();
        services.AddSingleton(
            new MenuItem("access.substitution.menu", "/access/substitutions", AccessPermissions.Substitute, 802)
        );
        services.AddSingleton(
            new MenuItem("access.restriction.menu", "/access/restrictions", AccessPermissions.Restrict, 804)
        );
        services.AddSingleton(
            new MenuItem("access.opening.menu", "/access/openings", AccessPermissions.ReviewOpenings, 806)
        );
        services.AddScoped<IPasswordHasher<Staff>, PasswordHasher<Staff>>();
    }

    public override void Endpoints(IEndpointRouteBuilder endpoints)
    {
        SignOnEndpoints.Map(endpoints);
        ColleagueChoice.Map(endpoints);
        LogOut.Map(endpoints);
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new RoleTable());
        model.ApplyConfiguration(new StaffTable());
        model.ApplyConfiguration(new StaffPostTable());
        model.ApplyConfiguration(new SessionTable());
        model.ApplyConfiguration(new PostProposalTable());
        model.ApplyConfiguration(new SubstitutionTable());
        model.ApplyConfiguration(new StaffTrainingTable());
        model.ApplyConfiguration(new ClientRestrictionTable());
        model.ApplyConfiguration(new OpenedRecordTable());
        model.ApplyConfiguration(new StatedPurposeTable());
        model.ApplyConfiguration(new PasswordLinkTable());
        model.ApplyConfiguration(new PasskeyTable());
        model.ApplyConfiguration(new StaffSubjectTable());
        model.ApplyConfiguration(new ProviderSessionTable());
        model.ApplyConfiguration(new ClaimMappingTable());
        model.ApplyConfiguration(new SecondFactorTable());
        model.ApplyConfiguration(new RecoveryCodeTable());
    }
}
