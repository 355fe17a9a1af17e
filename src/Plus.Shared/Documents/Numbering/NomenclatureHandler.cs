using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Audit;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Documents.Records;

namespace Plus.Shared.Documents.Numbering;

/// <summary>Two series never bear the same mark: their numbers could not be told apart.</summary>
public sealed record MarkIsTaken() : Refusal("documents.nomenclature.markTaken")
{
    public override string? Field => "Mark";
}

/// <summary>A series ends on a day not before its first, and not in the past: what was numbered stays numbered.</summary>
public sealed record SeriesEndsTooEarly() : Refusal("documents.nomenclature.endsTooEarly")
{
    public override string? Field => "To";
}

/// <summary>Adds series to the nomenclature, renames and ends them. Every change is dated and audited.</summary>
internal sealed class NomenclatureHandler(PlusDb db, Processes processes, PlusClock clock)
{
    public async Task<Outcome<Unit>> AddAsync(
        string mark,
        string titleLv,
        string titleEn,
        DateOnly from,
        CancellationToken ct
    )
    {
        var clean = mark.Trim();
        if (await db.Set<Nomenclature>().AnyAsync(n => n.Mark == clean, ct))
        {
            return new MarkIsTaken();
        }

        var series = new Nomenclature(Guid.CreateVersion7(), clean, titleLv.Trim(), titleEn.Trim(), from);
        db.Add(series);
        return await CommitAsync(series, ct);
    }

    public async Task<Outcome<Unit>> ChangeAsync(
        Guid id,
        string titleLv,
        string titleEn,
        DateOnly? to,
        uint version,
        CancellationToken ct
    )
    {
        var series = await db.Set<Nomenclature>().SingleOrDefaultAsync(n => n.Id == id, ct);
        if (series is null)
        {
            return new NoSuchRecord();
        }

        db.Entry(series).Property(n => n.Version).OriginalValue = version;
        if (to is { } day && (day < series.From || (day < clock.Today && day != series.To)))
        {
            return new SeriesEndsTooEarly();
        }

        series.Rename(titleLv.Trim(), titleEn.Trim());
        series.End(to);
        return await CommitAsync(series, ct);
    }

    private Task<Outcome<Unit>> CommitAsync(Nomenclature series, CancellationToken ct) =>
        processes.CommitAsync(
            new ProcessStart(DocumentProcesses.NomenclatureChanged)
            {
                Subject = series.Id,
                Values = new Dictionary<string, object?> { ["mark"] = series.Mark },
            },
            ct
        );
}
