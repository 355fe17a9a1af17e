using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Plus.Law.Obligations;
using Plus.Shared.Contacts.Planning;
using Plus.Shared.Obligations.Records;

namespace Plus.Shared.Obligations.Setting;

/// <summary>What the form asks of an obligation, as typed.</summary>
public sealed class ObligationInput
{
    public string Kind { get; set; } = "";

    public string SetBy { get; set; } = ObligationSource.Service;

    [Required(ErrorMessage = "obligations.set.wordingMissing")]
    [StringLength(4_000)]
    public string? Wording { get; set; }

    [Required(ErrorMessage = "obligations.set.decidedOnMissing")]
    public DateOnly? DecidedOn { get; set; }

    [StringLength(60)]
    public string? DecisionNumber { get; set; }

    [Required(ErrorMessage = "obligations.set.fromMissing")]
    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }

    public string? HoursFrom { get; set; }

    public string? HoursTo { get; set; }

    [StringLength(2_000)]
    public string? Places { get; set; }

    [StringLength(2_000)]
    public string? People { get; set; }

    [StringLength(300)]
    public string? Territory { get; set; }

    [StringLength(300)]
    public string? Specialist { get; set; }

    public bool CostAgreed { get; set; }

    [StringLength(300)]
    public string? Programme { get; set; }

    /// <summary>What an obligation says now, for changing it.</summary>
    public static ObligationInput Of(Obligation o, string? people) =>
        new()
        {
            Kind = o.Kind,
            SetBy = o.SetBy,
            Wording = o.Wording,
            From = null,
            To = o.To,
            HoursFrom = o.HoursFrom?.ToString("HH\\:mm", null),
            HoursTo = o.HoursTo?.ToString("HH\\:mm", null),
            Places = o.Places,
            People = people,
            Territory = o.Territory,
            Specialist = o.Specialist,
            CostAgreed = o.CostAgreed,
            Programme = o.Programme,
        };

    /// <summary>The obligation as the handler takes it, or null with the errors in the model state. What the kind does not
    /// ask is dropped.</summary>
    /// <param name="mayNamePeople">Whether the person may write down whom a ban on contact names.</param>
    public ObligationTerms? Read(ModelStateDictionary errors, string prefix, bool mayNamePeople)
    {
        var kind = ObligationKinds.Find(Kind);
        if (kind is null)
        {
            errors.AddModelError(prefix + nameof(Kind), "obligations.set.kindMissing");
            return null;
        }

        TimeOnly? from = null;
        TimeOnly? to = null;
        if (kind.Asks(ObligationParts.Hours))
        {
            from = Hour(errors, prefix + nameof(HoursFrom), HoursFrom);
            to = Hour(errors, prefix + nameof(HoursTo), HoursTo);
            if (from is not null && from == to)
            {
                errors.AddModelError(prefix + nameof(HoursTo), "obligations.set.hoursEqual");
            }
        }

        var asksPeople = kind.Asks(ObligationParts.People);
        Must(errors, kind, ObligationParts.Places, Places, prefix + nameof(Places), "obligations.set.placesMissing");
        Must(
            errors,
            kind,
            ObligationParts.Territory,
            Territory,
            prefix + nameof(Territory),
            "obligations.set.territoryMissing"
        );
        Must(
            errors,
            kind,
            ObligationParts.Specialist,
            Specialist,
            prefix + nameof(Specialist),
            "obligations.set.specialistMissing"
        );
        return errors.IsValid
            ? new ObligationTerms(
                new ProposedObligation(kind.Code, SetBy, DecidedOn!.Value, From!.Value, To, CostAgreed),
                Wording!.Trim(),
                Blank(DecisionNumber),
                from,
                to,
                kind.Asks(ObligationParts.Places) ? Blank(Places) : null,
                kind.Asks(ObligationParts.Territory) ? Blank(Territory) : null,
                kind.Asks(ObligationParts.Specialist) ? Blank(Specialist) : null,
                kind.Asks(ObligationParts.Programme) ? Blank(Programme) : null,
                asksPeople && mayNamePeople ? Blank(People) : null
            )
            : null;
    }

    private static TimeOnly? Hour(ModelStateDictionary errors, string field, string? typed)
    {
        if (TypedTime.TryRead(typed, out var time))
        {
            return time;
        }

        errors.AddModelError(field, "obligations.set.hoursMissing");
        return null;
    }

    private static void Must(
        ModelStateDictionary errors,
        ObligationKind kind,
        ObligationParts part,
        string? typed,
        string field,
        string missing
    )
    {
        if (kind.Asks(part) && string.IsNullOrWhiteSpace(typed))
        {
            errors.AddModelError(field, missing);
        }
    }

    private static string? Blank(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}

/// <summary>An obligation as decided.</summary>
public sealed record ObligationTerms(
    ProposedObligation Proposed,
    string Wording,
    string? DecisionNumber,
    TimeOnly? HoursFrom,
    TimeOnly? HoursTo,
    string? Places,
    string? Territory,
    string? Specialist,
    string? Programme,
    string? People
);
