using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Plus.Shared.Contacts.Records;

namespace Plus.Shared.Contacts.Planning;

/// <summary>What a form asks of an appointment, as typed.</summary>
public sealed class AppointmentInput
{
    public string Kind { get; set; } = "office";

    public DateOnly? Day { get; set; }

    public string? Time { get; set; }

    [Range(1, 600)]
    public int? Minutes { get; set; }

    [StringLength(300)]
    public string? Place { get; set; }

    /// <summary>Id of a room; empty for none.</summary>
    public Guid? Room { get; set; }

    /// <summary>The appointment, or null with the errors in the model state.</summary>
    public PlannedTime? Read(IReadOnlyList<ContactKind> kinds, ModelStateDictionary errors, string prefix)
    {
        var kind = kinds.FirstOrDefault(k => k.Code == Kind);
        if (kind is null)
        {
            errors.AddModelError(prefix + nameof(Kind), "contacts.plan.kindMissing");
        }

        if (Day is null && errors[prefix + nameof(Day)] is not { Errors.Count: > 0 })
        {
            errors.AddModelError(prefix + nameof(Day), "contacts.plan.dayMissing");
        }

        if (!TypedTime.TryRead(Time, out var time))
        {
            errors.AddModelError(prefix + nameof(Time), "contacts.plan.timeMissing");
        }

        return errors.IsValid
            ? new PlannedTime(Kind, Day!.Value, time, Minutes ?? kind!.Minutes, Place)
            {
                Room = kind!.InOffice ? Room : null,
            }
            : null;
    }
}
