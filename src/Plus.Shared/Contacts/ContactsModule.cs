using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Contacts.Budget;
using Plus.Shared.Contacts.Calendar;
using Plus.Shared.Contacts.Feed;
using Plus.Shared.Contacts.Fields;
using Plus.Shared.Contacts.Groups;
using Plus.Shared.Contacts.Kinds;
using Plus.Shared.Contacts.Lists;
using Plus.Shared.Contacts.Norms;
using Plus.Shared.Contacts.Planning;
using Plus.Shared.Contacts.Recording;
using Plus.Shared.Contacts.Records;
using Plus.Shared.Contacts.Rooms;
using Plus.Shared.Documents.Fields;
using Plus.Web.Layout;

namespace Plus.Shared.Contacts;

/// <summary>Meetings, calls and visits: planned, held, missed.</summary>
public sealed class ContactsModule : PlusModule, IFieldDoor
{
    /// <summary>See lists of contacts and a contact.</summary>
    public const string View = "contacts.view";

    /// <summary>Plan, record the outcome, move, cancel.</summary>
    public const string Record = "contacts.record";

    /// <summary>See how long recording takes.</summary>
    public const string SeeBudget = "contacts.budget";

    /// <summary>Change how kinds of contact behave.</summary>
    public const string ChangeKinds = "contacts.kinds";

    /// <summary>Keep the rooms of one's offices.</summary>
    public const string ManageRooms = "contacts.rooms";

    public static readonly ProcessType Planned = new("contacts.planned", OnTimeline: true);
    public static readonly ProcessType Recorded = new("contacts.recorded", OnTimeline: true);
    public static readonly ProcessType Moved = new("contacts.moved", OnTimeline: true);
    public static readonly ProcessType Cancelled = new("contacts.cancelled", OnTimeline: true);

    public override string Code => "contacts";

    public IReadOnlyList<DocumentField> Fields => MeetingFields.All;

    public Task FillAsync(FieldReading reading, CancellationToken ct) => MeetingFields.FillAsync(reading, ct);

    public override IEnumerable<Permission> Permissions =>
        [
            new(View) { OfPeople = true, Reads = true },
            new(Record) { OfPeople = true },
            new(SeeBudget),
            new(ChangeKinds),
            new(ManageRooms),
        ];

    public override IEnumerable<ProcessType> ProcessTypes =>
        [
            Planned,
            Recorded,
            Moved,
            Cancelled,
            ChangeKindHandler.Changed,
            RoomHandler.Added,
            RoomHandler.Retired,
            SetNormHandler.Set,
            FeedHandler.Made,
            FeedHandler.Revoked,
        ];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<PlanContactHandler>();
        services.AddScoped<RecordContactHandler>();
        services.AddScoped<ContactReader>();
        services.AddScoped<ContactList>();
        services.AddScoped<RecordingBudget>();
        services.AddSingleton<ContactKindsHeld>();
        services.AddScoped<ContactKinds>();
        services.AddScoped<ChangeKindHandler>();
        services.AddScoped<ContactClashes>();
        services.AddScoped<RoomHandler>();
        services.AddScoped<NormReader>();
        services.AddScoped<SetNormHandler>();
        services.AddScoped<CalendarReader>();
        services.AddScoped<FeedHandler>();
        services.AddScoped<GroupHandler>();
        services.AddSingleton(new MenuItem("contacts.calendar.menu", "/calendar", View, 15));
        services.AddSingleton(new MenuItem("contacts.kinds.menu", "/contacts/kinds", ChangeKinds, 840));
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new ContactTable());
        model.ApplyConfiguration(new ContactKindTable());
        model.ApplyConfiguration(new RoomTable());
        model.ApplyConfiguration(new ContactNormTable());
        model.ApplyConfiguration(new CalendarFeedTable());
    }

    public override void Endpoints(IEndpointRouteBuilder endpoints) => FeedEndpoint.Map(endpoints);
}
