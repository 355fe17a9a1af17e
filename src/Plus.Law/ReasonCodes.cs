namespace Plus.Law;

/// <summary>Every reason the law gives for a refusal or a warning; each has a text <c>law.reason.&lt;code&gt;</c>.</summary>
public static class ReasonCodes
{
    // hours of community work
    public const string HoursNotPositive = "hours_not_positive";
    public const string HoursOverWholeDay = "hours_over_whole_day";
    public const string HoursInFuture = "hours_in_future";
    public const string HoursBeforeRegistration = "hours_before_registration";
    public const string HoursWithoutRegistration = "hours_without_registration";
    public const string HoursAfterClosing = "hours_after_closing";
    public const string HoursDuringSuspension = "hours_during_suspension";
    public const string HoursOverDailyLimit = "hours_over_daily_limit";
    public const string HoursOverDailyLimitConsentMissing = "hours_over_daily_limit_consent_missing";
    public const string HoursOverWeeklyLimit = "hours_over_weekly_limit";
    public const string HoursOverImposedAmount = "hours_over_imposed_amount";
    public const string ImposedAmountAlreadyServed = "imposed_amount_already_served";

    // planned and adjusted hours
    public const string PlannedOutsidePlacement = "planned_outside_placement";
    public const string PlannedOutsideFreeHours = "planned_outside_free_hours";
    public const string PlannedEverything = "planned_everything";
    public const string PlannedWithoutPlace = "planned_without_place";
    public const string AdjustmentOverCap = "adjustment_over_cap";
    public const string AdjustmentOverAmount = "adjustment_over_amount";
    public const string AdjustmentUnderNothing = "adjustment_under_nothing";
    public const string AmountNotChanged = "amount_not_changed";
    public const string AmountUnderServed = "amount_under_served";
    public const string LaterRulingIsEarlier = "later_ruling_is_earlier";

    // section life cycle
    public const string TransitionNotForeseen = "transition_not_foreseen";
    public const string SectionAlreadyInState = "section_already_in_state";
    public const string SectionAnnulled = "section_annulled";
    public const string OutcomeMissing = "outcome_missing";
    public const string OutcomeUnknownForFunction = "outcome_unknown_for_function";
    public const string ClosedBeforeOpened = "closed_before_opened";
    public const string ClosedInFuture = "closed_in_future";

    // amounts and terms in rulings
    public const string AmountUnderMinimum = "amount_under_minimum";
    public const string AmountOverMaximum = "amount_over_maximum";
    public const string TermUnderMinimum = "term_under_minimum";
    public const string TermOverMaximum = "term_over_maximum";
    public const string ExtensionOverMaximum = "extension_over_maximum";
    public const string AgeOutsideRange = "age_outside_range";
    public const string AgeUnderLiability = "age_under_liability";
    public const string MinorWithoutRepresentative = "minor_without_representative";
    public const string AdditionalSupervisionWithoutImprisonment = "additional_supervision_without_imprisonment";
    public const string MonitoringLongerThanParole = "monitoring_longer_than_parole";
    public const string InForceBeforeIssued = "in_force_before_issued";

    // applications
    public const string ApplicationInFuture = "application_in_future";
    public const string ApplicationBeforeSection = "application_before_section";
    public const string ApplicationEndsBeforeItBegins = "application_ends_before_it_begins";
    public const string ApplicationAfterTheTerm = "application_after_the_term";
    public const string ApplicationNeedsDecision = "application_needs_decision";
    public const string NoticeIsNotDecided = "notice_is_not_decided";
    public const string DecisionBeforeApplication = "decision_before_application";

    // obligations
    public const string ObligationOfAnotherList = "obligation_of_another_list";
    public const string ObligationNotSetByThem = "obligation_not_set_by_them";
    public const string DecisionInFuture = "decision_in_future";
    public const string DecisionBeforeSection = "decision_before_section";
    public const string ObligationEndsBeforeItBegins = "obligation_ends_before_it_begins";
    public const string ObligationAfterTheTerm = "obligation_after_the_term";
    public const string SpecialistCostNotAgreed = "specialist_cost_not_agreed";

    // violations and what follows
    public const string BreachJustified = "breach_justified";
    public const string ExplanationStillAwaited = "explanation_still_awaited";
    public const string WarningsTooFew = "warnings_too_few";

    // identifiers
    public const string CodeMalformed = "code_malformed";
    public const string CheckDigitDiffers = "check_digit_differs";
    public const string ImpossibleDate = "impossible_date";
    public const string BirthDateDiffers = "birth_date_differs";
}
