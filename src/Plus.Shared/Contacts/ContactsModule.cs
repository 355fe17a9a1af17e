using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Contacts.Budget;
using Plus.Shared.Contacts.Lists;
using Plus.Shared.Contacts.Planning;
using Plus.Shared.Contacts.Recording;
using Plus.Shared.Contacts.Records;

namespace Plus.Shared.Contacts;

/// <summary>Meetings, calls and visits: planned, held, missed.</summary>
public sealed class ContactsModule : PlusModule
{
    /// <summary>See lists of contacts and a contact.</summary>
    public const string View = "contacts.view";

    /// <summary>Plan, record the outcome, move, cancel.</summary>
    public const string Record = "contacts.record";

    /// <summary>See how long recording takes.</summary>
    public const string SeeBudget = "contacts.budget";

    public static readonly ProcessType Planned = new("contacts.planned", OnTimeline: true);
    public static readonly ProcessType Recorded = new("contacts.recorded", OnTimeline: true);
    public static readonly ProcessType Moved = new("contacts.moved", OnTimeline: true);
    public static readonly ProcessType Cancelled = new("contacts.cancelled", OnTimeline: true);

    public override string Code => "contacts";

    public override IEnumerable<Permission> Permissions =>
        [new(View) { OfPeople = true, Reads = true }, new(Record) { OfPeople = true }, new(SeeBudget)];

    public override IEnumerable<ProcessType> ProcessTypes => [Planned, Recorded, Moved, Cancelled];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<PlanContactHandler>();
        services.AddScoped<RecordContactHandler>();
        services.AddScoped<ContactReader>();
        services.AddScoped<ContactList>();
        services.AddScoped<RecordingBudget>();
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new ContactTable());
    }
}
