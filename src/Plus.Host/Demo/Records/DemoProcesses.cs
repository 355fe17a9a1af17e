using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;
using Plus.Host.Demo.Plan;
using Plus.Host.Demo.Storage;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Time;

namespace Plus.Host.Demo.Records;

/// <summary>The process rows that typed work would have left, each with what it changed.</summary>
internal sealed class DemoProcesses(IModel model, CopyStore store, DemoRandom chance)
{
    public const string Opened = "cases.opened";
    public const string Formed = "cases.formed";
    public const string Registered = "cases.registered";
    public const string FactsChanged = "cases.factsChanged";
    public const string Closed = "cases.closed";
    public const string Suspended = "cases.suspended";
    public const string Placed = "workHours.placed";
    public const string Conditions = "workHours.conditionsChanged";
    public const string Hours = "workHours.entered";
    public const string ContactPlanned = "contacts.planned";
    public const string ContactRecorded = "contacts.recorded";
    public const string ObligationSet = "obligations.set";
    public const string ObligationChecked = "obligations.checked";
    public const string NoteWritten = "journal.noteWritten";

    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>What has changed since the last process; the next one takes it.</summary>
    public RecordChanges Changes { get; } = new(model);

    /// <summary>Writes one; the instant lies in the working hours of the day it was written on.</summary>
    public void Add(
        string type,
        DemoRecord record,
        DateOnly onDay,
        StaffId? actor,
        Guid? subject = null,
        params (string Name, object? Value)[] values
    ) =>
        store.Add(
            new ProcessRow
            {
                At = PlusClock.InstantOf(
                    onDay,
                    new TimeOnly(chance.Between(8, 16), chance.Below(60), chance.Below(60))
                ),
                OnDay = onDay,
                Type = type,
                ActorId = actor,
                Source = "demo",
                ClientId = record.Person.Id,
                SectionId = record.Section,
                SubjectId = subject,
                OnTimeline = true,
                Values =
                    values.Length == 0
                        ? null
                        : JsonSerializer.Serialize(
                            values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal),
                            Options
                        ),
                Changes = Changes.Take(),
            }
        );

    /// <summary>Writes one only if something has changed since the last.</summary>
    public void AddChanged(string type, DemoRecord record, DateOnly onDay, params (string Name, object? Value)[] values)
    {
        if (Changes.Any)
        {
            Add(type, record, onDay, record.Manager, null, values);
        }
    }
}
