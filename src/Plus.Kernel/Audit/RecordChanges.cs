using System.Buffers;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Plus.Kernel.Audit;

/// <summary>
/// Before and after of records that no context tracks, in the form in which the audit keeps them: for whoever writes
/// masses of records together with their history.
/// </summary>
public sealed class RecordChanges(IModel model)
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private Utf8JsonWriter? _writer;

    /// <summary>Whether anything has been kept since the last time.</summary>
    public bool Any => _writer is not null;

    /// <summary>A record that is new, with all that stands in it now.</summary>
    public void Added(object record)
    {
        var plan = PlanOf(record);
        var writer = Begin(plan, record, "added");
        foreach (var field in plan.Fields)
        {
            if (field.Read(record) is { } value)
            {
                Write(writer, field, null, value);
            }
        }

        End(writer);
    }

    /// <summary>Changes a record and keeps what the change made different; nothing when nothing is.</summary>
    public void Changed(object record, Action change)
    {
        var plan = PlanOf(record);
        var before = Array.ConvertAll(plan.Fields, f => f.Read(record));
        change();
        Utf8JsonWriter? writer = null;
        for (var i = 0; i < before.Length; i++)
        {
            var after = plan.Fields[i].Read(record);
            if (!Equals(before[i], after))
            {
                writer ??= Begin(plan, record, "changed");
                Write(writer, plan.Fields[i], before[i], after);
            }
        }

        if (writer is not null)
        {
            End(writer);
        }
    }

    /// <summary>What has been kept since the last time, as the audit stores it; null when nothing has.</summary>
    public string? Take()
    {
        if (_writer is null)
        {
            return null;
        }

        _writer.WriteEndArray();
        _writer.Dispose();
        _writer = null;
        var taken = Encoding.UTF8.GetString(_buffer.WrittenSpan);
        _buffer.Clear();
        return taken;
    }

    private RecordPlan PlanOf(object record) =>
        RecordPlan.Of(
            model.FindEntityType(record.GetType())
                ?? throw new InvalidOperationException($"{record.GetType().Name} is no record of the model.")
        );

    private Utf8JsonWriter Begin(RecordPlan plan, object record, string kind)
    {
        if (_writer is null)
        {
            _writer = new Utf8JsonWriter(_buffer, ChangeSnapshot.Options);
            _writer.WriteStartArray();
        }

        _writer.WriteStartObject();
        _writer.WriteString("record", plan.Record);
        _writer.WriteString("id", plan.KeyOf(record));
        _writer.WriteString("kind", kind);
        _writer.WriteStartObject("fields");
        return _writer;
    }

    private static void Write(Utf8JsonWriter writer, RecordField field, object? before, object? after)
    {
        writer.WriteStartArray(field.Name);
        field.Write(writer, before);
        field.Write(writer, after);
        writer.WriteEndArray();
    }

    private static void End(Utf8JsonWriter writer)
    {
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
