using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Records;

namespace Plus.Functions.Supervision.Monitoring.Records;

/// <summary>Where a device is in its life.</summary>
public enum DeviceState
{
    InStock,
    Issued,
    Attached,
    Lost,
}

/// <summary>A device of electronic monitoring. With whom it is stands in its steps.</summary>
public sealed class MonitoringDevice
{
    /// <summary>presence (at home by radio), location, alcohol.</summary>
    public static readonly IReadOnlyList<string> Kinds = ["presence", "location", "alcohol"];

    private MonitoringDevice() { }

    public MonitoringDevice(string kind, string serial) => (Id, Kind, Serial) = (Guid.CreateVersion7(), kind, serial);

    public Guid Id { get; private set; }

    public string Kind { get; private set; } = "";

    /// <summary>The vendor's number of the device, by which its events name it.</summary>
    public string Serial { get; private set; } = "";

    public DeviceState State { get; private set; }

    public uint Version { get; private set; }

    public void Enter(DeviceState state) => State = state;
}

/// <summary>One step of a device with a client: issued, attached, exchanged, returned, lost. Times are instants.</summary>
public sealed class DeviceStep
{
    public static readonly IReadOnlyList<string> Kinds = ["issued", "attached", "exchanged", "returned", "lost"];

    private DeviceStep() { }

    public DeviceStep(Guid device, SectionId section, string kind, DateTimeOffset at, StaffId by, string? note)
    {
        (Id, DeviceId, SectionId, Kind, At, By, Note) = (Guid.CreateVersion7(), device, section, kind, at, by, note);
    }

    public Guid Id { get; private set; }

    public Guid DeviceId { get; private set; }

    public SectionId SectionId { get; private set; }

    public string Kind { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public StaffId By { get; private set; }

    public string? Note { get; private set; }
}

internal sealed class MonitoringDeviceTable : IEntityTypeConfiguration<MonitoringDevice>
{
    public void Configure(EntityTypeBuilder<MonitoringDevice> builder)
    {
        builder.ToTable("monitoring_device", "supervision");
        builder.HasKey(d => d.Id);
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Kind).HasMaxLength(20);
        builder.Property(d => d.Serial).HasMaxLength(60);
        builder.Property(d => d.State).AsCode();
        builder.Property(d => d.Version).IsRowVersion();
        builder.HasIndex(d => d.Serial).IsUnique();
    }
}

internal sealed class DeviceStepTable : IEntityTypeConfiguration<DeviceStep>
{
    public void Configure(EntityTypeBuilder<DeviceStep> builder)
    {
        builder.ToTable("device_step", "supervision");
        builder.HasKey(s => s.Id);
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Kind).HasMaxLength(20);
        builder.Property(s => s.Note).HasMaxLength(2000);
        builder.HasIndex(s => new { s.DeviceId, s.At });
        builder.HasIndex(s => s.SectionId);
        builder.HasOne<MonitoringDevice>().WithMany().HasForeignKey(s => s.DeviceId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Section>().WithMany().HasForeignKey(s => s.SectionId).OnDelete(DeleteBehavior.Restrict);
    }
}
