using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Rules;
using Plus.Law.Sections;
using Plus.Shared.Breaches.Contract;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Records;
using Plus.Shared.WorkHours.Records;

namespace Plus.Shared.WorkHours.Contract;

/// <summary>
/// The door of a function whose measure is work in hours. The pages and handlers of the hours are the same for all of
/// them and know only this door.
/// </summary>
public abstract class WorkDoor : FunctionDoor, IBreachDoor
{
    /// <summary>First part of the function's addresses: community-work.</summary>
    public string Path => Code.Replace('_', '-');

    /// <summary>The work begins with the placement at a host employer, not with the registration.</summary>
    public override bool ActiveOnRegistration => false;

    public sealed override string SectionHref(SectionId section) => $"/{Path}/{section}";

    /// <summary>The measure, tracked; null when the section is not of this function.</summary>
    public abstract Task<WorkMeasure?> MeasureAsync(PlusDb db, SectionId section, CancellationToken ct);

    /// <summary>The measure, the host employer's name and every entry, for showing; one statement.</summary>
    public abstract Task<WorkRead?> ReadAsync(PlusDb db, SectionId section, CancellationToken ct);

    /// <summary>Locks the measure until the transaction ends, so that two entries cannot both use the last hours.</summary>
    public abstract Task LockAsync(PlusDb db, SectionId section, CancellationToken ct);

    /// <summary>Every entry of a section, withdrawn ones too, in order of days; tracked when they are to be changed.</summary>
    public abstract Task<IReadOnlyList<WorkedDay>> DaysAsync(
        PlusDb db,
        SectionId section,
        bool tracked,
        CancellationToken ct
    );

    /// <summary>Measures of many sections with their entries that are not withdrawn; for reading only.</summary>
    public abstract Task<IReadOnlyDictionary<SectionId, WorkOfSection>> WorkOfAsync(
        PlusDb db,
        IReadOnlyCollection<SectionId> sections,
        CancellationToken ct
    );

    /// <summary>A new entry of this function, not yet in the context.</summary>
    public abstract WorkedDay NewDay(
        SectionId section,
        HostEmployerId? host,
        DateOnly day,
        int credited,
        int refused,
        string? refusal,
        bool minor,
        StaffId? by
    );

    public Task<RestOfMeasure?> RestAsync(
        PlusDb db,
        Section section,
        DateOnly on,
        LegalParameters parameters,
        CancellationToken ct
    ) => WorkRest.ReadAsync(this, db, section, on, parameters, ct);

    public string? OutcomeWhenReplaced(string measure) =>
        OutcomeCodes.Of(Function).Single(o => o.Kind == OutcomeKind.Failed).Code;

    /// <summary>How many sections work at a host employer now, and minutes credited there in all.</summary>
    public abstract Task<HostUse> UseOfAsync(PlusDb db, HostEmployerId host, CancellationToken ct);
}

/// <summary>The measure of a section and the days worked in it.</summary>
public sealed record WorkOfSection(WorkMeasure Measure, IReadOnlyList<WorkedDay> Days);

/// <summary>What a host employer gives within one function.</summary>
public sealed record HostUse(int Placed, long CreditedMinutes);

/// <summary>A measure as pages show it.</summary>
/// <param name="Days">Every entry in order of days, withdrawn ones too.</param>
public sealed record WorkRead(WorkMeasure Measure, string? Host, IReadOnlyList<WorkedDay> Days);
