using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Outbox;
using Plus.Shared.Reminders.Records;
using Plus.Shared.Reminders.Sending;
using Plus.Web.Layout;

namespace Plus.Shared.Reminders;

/// <summary>Reminders of appointments and of days of work, by text message or e-mail, for a whole office at once.</summary>
public sealed class RemindersModule : PlusModule
{
    /// <summary>Send reminders.</summary>
    public const string Send = "reminders.send";

    public static readonly ProcessType Asked = new("reminders.asked");
    public static readonly ProcessType Left = new("reminders.left", OnTimeline: true);
    public static readonly ProcessType Failed = new("reminders.failed", OnTimeline: true);

    public override string Code => "reminders";

    public override IEnumerable<Permission> Permissions => [new(Send) { OfPeople = true }];

    public override IEnumerable<ProcessType> ProcessTypes => [Asked, Left, Failed];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<ReminderReader>();
        services.AddScoped<SendRemindersHandler>();
        services.AddScoped<OutboxKind, ReminderMessage>();
        services.AddSingleton(new MenuItem("reminders.menu", "/reminders", Send, 54));
    }

    public override void Model(ModelBuilder model) => model.ApplyConfiguration(new ReminderTable());
}
