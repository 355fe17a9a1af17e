using Plus.Kernel.Results;

namespace Plus.Shared.Support;

/// <summary>The contract does not cover the day.</summary>
public sealed record ContractIsNotInForce(string Number, DateOnly From, DateOnly To, string AtField)
    : Refusal("support.refusal.contractNotInForce")
{
    public override string? Field => AtField;

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?>
        {
            ["number"] = Number,
            ["from"] = From,
            ["to"] = To,
        };
}

/// <summary>The client waits or stays somewhere already.</summary>
public sealed record AlreadyReferred(string Number) : Refusal("support.refusal.alreadyReferred")
{
    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["number"] = Number };
}

/// <summary>The provider's places are taken.</summary>
public sealed record NoPlaceIsFree(int Places) : Refusal("support.refusal.noPlace")
{
    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["places"] = Places };
}

/// <summary>Others were released from prison and have nowhere to live: passing them over needs a reason.</summary>
public sealed record OthersHavePriority(int Count) : Refusal("support.refusal.othersFirst")
{
    public override string? Field => "Reason";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["count"] = Count };
}

/// <summary>The contract's money does not suffice.</summary>
public sealed record BudgetIsSpent(decimal Left) : Refusal("support.refusal.budgetSpent")
{
    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["left"] = Left };
}

/// <summary>Another stay of the client covers the day.</summary>
public sealed record StaysOverlap(string Number) : Refusal("support.refusal.staysOverlap")
{
    public override string? Field => "On";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["number"] = Number };
}

/// <summary>The month is settled with the provider.</summary>
public sealed record MonthIsSettled(DateOnly Month, string AtField) : Refusal("support.refusal.monthSettled")
{
    public override string? Field => AtField;

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?>
        {
            ["month"] = Month.ToString("MM.yyyy", System.Globalization.CultureInfo.InvariantCulture),
        };
}

/// <summary>A stretch that ends before it begins.</summary>
public sealed record EndsBeforeItBegins(string AtField) : Refusal("support.refusal.backwards")
{
    public override string? Field => AtField;
}

/// <summary>The absence is told already.</summary>
public sealed record AbsenceIsKnown() : Refusal("support.refusal.absenceKnown")
{
    public override string? Field => "From";
}

/// <summary>The day lies outside the stay.</summary>
public sealed record DayIsOutsideTheStay(string AtField) : Refusal("support.refusal.outsideStay")
{
    public override string? Field => AtField;
}

/// <summary>A child under observation pays nothing.</summary>
public sealed record ChildPaysNothing() : Refusal("support.refusal.childPaysNothing")
{
    public override string? Field => "Consent";
}

/// <summary>The client's part is more than the price.</summary>
public sealed record ShareIsMoreThanThePrice(decimal Price) : Refusal("support.refusal.shareTooLarge")
{
    public override string? Field => "ClientShare";

    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["price"] = Price };
}

/// <summary>All sessions that were ordered have been held.</summary>
public sealed record SessionsAreUsedUp(int Ordered) : Refusal("support.refusal.sessionsUsedUp")
{
    public override IReadOnlyDictionary<string, object?> Values { get; } =
        new Dictionary<string, object?> { ["ordered"] = Ordered };
}
