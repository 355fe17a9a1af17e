using Plus.Kernel.Ids;
using Plus.Law.Calendar;
using Plus.Law.Figures;
using Plus.Law.Rules;
using Plus.Shared.Exchange.Takeover.Contract;
using Plus.Shared.Exchange.Takeover.Files;

namespace Plus.Shared.Exchange.Takeover.Taking;

/// <summary>What a whole run stands on.</summary>
internal sealed record TakeoverGround(
    Guid Run,
    string Source,
    DateOnly Today,
    DateTimeOffset Now,
    DateOnly ExportedOn,
    bool DryRun,
    LegalParameters Parameters,
    WorkingCalendar Calendar,
    CodeMapping Codes,
    IReadOnlySet<string> Territories
)
{
    private readonly Dictionary<int, IReadOnlySet<CriminalArticle>> _articles = [];
    private int _dryNumbers;

    /// <summary>The articles of sexual offences; the lists are asked once a year of opening, as of its last day.</summary>
    public IReadOnlySet<CriminalArticle> SexualArticles(DateOnly on)
    {
        if (!_articles.TryGetValue(on.Year, out var articles))
        {
            var asked = on.Year >= Today.Year ? Today : new DateOnly(on.Year, 12, 31);
            try
            {
                articles = SexualOffences.Articles(asked, Parameters).ToHashSet();
            }
            catch (LegalParameterException)
            {
                // Before the lists begin the present ones are the best that is known.
                articles = SexualOffences.Articles(Today, Parameters).ToHashSet();
            }

            _articles.Add(on.Year, articles);
        }

        return articles;
    }

    /// <summary>A number for a case that a dry run does not open; no number of the service is used up.</summary>
    public string DryNumber() => $"dry-{++_dryNumbers}";

    /// <summary>The officer of a row's staff code: marks what is unknown, refuses what is not mapped.</summary>
    public StaffId? OfficerOf(PendingRow row, string? code)
    {
        if (code is null)
        {
            row.Mark(TakeoverMarks.NoOfficer);
            return null;
        }

        if (!Codes.Staff.TryGetValue(code, out var staff))
        {
            row.Refuse(TakeoverReasons.StaffNotMapped, "staff", ("value", code));
            return null;
        }

        if (staff is null)
        {
            row.Mark(TakeoverMarks.UnknownOfficer);
        }

        return staff;
    }
}
