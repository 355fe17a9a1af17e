using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Audit.Alarms;
using Plus.Shared.Audit.Direct;
using Plus.Shared.Audit.Looking;
using Plus.Shared.Audit.Outside;
using Plus.Shared.Audit.Subject;
using Plus.Web.Layout;

namespace Plus.Shared.Audit;

/// <summary>Who did and saw what: the view of the audit that the Kernel writes.</summary>
public sealed class AuditModule : PlusModule
{
    public const string View = "audit.view";

    /// <summary>Who has seen one client's data, on the client's own page.</summary>
    public const string OfClient = "audit.ofClient";

    /// <summary>Making the report that tells a person of their own data.</summary>
    public const string SubjectReport = "audit.subjectReport";

    public override string Code => "audit";

    public override IEnumerable<Permission> Permissions =>
        [
            new(View) { Word = "audit" },
            new(OfClient) { Word = "auditOfClient" },
            new(SubjectReport) { Word = "subjectReport" },
        ];

    public override IEnumerable<ProcessType> ProcessTypes => [AuditPage.Looked, SubjectPage.Made, AlarmQueue.Judged];

    public override IEnumerable<NightlyJob> Jobs => [AlarmHunt.Job];

    public override IEnumerable<string> KeptAtHand => ["audit.*"];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<AuditTrail>();
        services.AddSingleton<ProcessKinds>();
        services.AddScoped<AuditQuestions>();
        services.AddScoped<AuditTable>();
        services.AddScoped<EventDetails>();
        services.AddScoped<SubjectReader>();
        services.AddScoped<SubjectWords>();
        services.AddScoped<AlarmQueue>();
        services.AddSingleton<OutsideWatch>();
        services.AddSingleton<DirectStatements>();
        services.AddSingleton<AlarmHunt>();
        services.AddScoped<LastChange>();
        services.AddSingleton(new MenuItem("audit.menu", "/audit", View, 850));
    }
}
