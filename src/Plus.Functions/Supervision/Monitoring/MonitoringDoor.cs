using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Functions.Supervision.Monitoring.Desk;
using Plus.Functions.Supervision.Monitoring.Devices;
using Plus.Functions.Supervision.Monitoring.Intake;
using Plus.Functions.Supervision.Monitoring.OfSection;
using Plus.Functions.Supervision.Monitoring.Records;
using Plus.Kernel.Audit;
using Plus.Shared.Applications.Contract;
using Plus.Shared.Obligations.Conflicts;
using Plus.Web.Layout;

namespace Plus.Functions.Supervision.Monitoring;

/// <summary>What electronic monitoring adds to the door of its function.</summary>
internal static class MonitoringDoor
{
    public static IEnumerable<ProcessType> ProcessTypes =>
        [
            EventIntake.Taken,
            AlarmHandler.Taken,
            AlarmHandler.Noted,
            AlarmHandler.Escalated,
            AlarmHandler.Closed,
            ShiftHandler.Begun,
            ShiftHandler.HandedOver,
            CallListPage.Changed,
            DevicesPage.Added,
            MonitoringHandler.SuitabilityReported,
            MonitoringHandler.HoursSet,
            MonitoringHandler.HoursEnded,
            MonitoringHandler.Intensified,
            MonitoringHandler.DeviceStepped,
            EmploymentHandler.Seen,
        ];

    public static void Services(IServiceCollection services)
    {
        services.AddScoped<EventIntake>();
        services.AddScoped<AlarmReader>();
        services.AddScoped<AlarmHandler>();
        services.AddScoped<ShiftHandler>();
        services.AddScoped<MonitoringReader>();
        services.AddScoped<MonitoringHandler>();
        services.AddScoped<EmploymentHandler>();
        services.AddScoped<IAbsenceDoor, AbsenceHours>();
        services.AddScoped<PlaceSource, MonitoringPlaces>();
        services.AddSingleton(
            new MenuItem("supervision.alarms.menu", "/monitoring/alarms", MonitoringPermissions.Watch, 12)
        );
    }

    public static void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new MonitoringDeviceTable());
        model.ApplyConfiguration(new DeviceStepTable());
        model.ApplyConfiguration(new PermittedHoursTable());
        model.ApplyConfiguration(new SuitabilityReportTable());
        model.ApplyConfiguration(new IntensificationTable());
        model.ApplyConfiguration(new MonitoringEmploymentTable());
        model.ApplyConfiguration(new VendorEventTable());
        model.ApplyConfiguration(new AlarmTable());
        model.ApplyConfiguration(new AlarmNoteTable());
        model.ApplyConfiguration(new ShiftTable());
        model.ApplyConfiguration(new CallListEntryTable());
    }

    public static void Endpoints(IEndpointRouteBuilder endpoints)
    {
        EventEndpoint.Map(endpoints);
        AlarmStream.Map(endpoints);
    }
}
