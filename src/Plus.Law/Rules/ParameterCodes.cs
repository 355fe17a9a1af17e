namespace Plus.Law.Rules;

/// <summary>Codes of the embedded legal parameters.</summary>
public static class ParameterCodes
{
    // counting
    public const string DeadlineMovesFromDayOff = "counting.moves_from_day_off";
    public const string TermEndDayIncluded = "counting.term_end_day_included";

    // deadlines of the Service and the client
    public const string CreateCase = "deadline.create_case";
    public const string EnterInformation = "deadline.enter_information";
    public const string RegisterSuspendedSentence = "deadline.register.suspended_sentence";
    public const string RegisterParole = "deadline.register.parole";
    public const string RegisterCommunityWork = "deadline.register.community_work";
    public const string RegisterCommunityWorkAfterPrison = "deadline.register.community_work_after_prison";
    public const string RegisterCommunityWorkReleasedEarly = "deadline.register.community_work_released_early";
    public const string RegisterProbationSupervision = "deadline.register.probation_supervision";
    public const string RegisterProbationSupervisionAfterPrison =
        "deadline.register.probation_supervision_after_prison";
    public const string RegisterConditionalDischarge = "deadline.register.conditional_discharge";
    public const string RegisterEducationalCommunityWork = "deadline.register.educational_community_work";
    public const string RegisterProbationObservation = "deadline.register.probation_observation";
    public const string RespondToReportRequest = "deadline.respond_to_report_request";
    public const string SettlementTerm = "deadline.settlement_term";
    public const string AnswerApplication = "deadline.answer.application";
    public const string AnswerComplaint = "deadline.answer.complaint";
    public const string AnswerInformationRequest = "deadline.answer.information_request";

    // from when a document sent counts as served
    public const string ServiceByPost = "service.post";
    public const string ServiceByEmail = "service.email";
    public const string ServiceByEAddress = "service.e_address";

    // tasks
    public const string OutcomeMissingAfterDays = "task.outcome_missing_after_days";
    public const string TermEndsWarningDays = "task.term_ends_warning_days";

    // community work: amounts
    public const string CommunityWorkMainMin = "community_work.main.min_hours";
    public const string CommunityWorkMainMax = "community_work.main.max_hours";
    public const string CommunityWorkAdditionalMin = "community_work.additional.min_hours";
    public const string CommunityWorkAdditionalMax = "community_work.additional.max_hours";
    public const string EducationalCommunityWorkMin = "educational_community_work.min_hours";
    public const string EducationalCommunityWorkMax = "educational_community_work.max_hours";

    // community work: limits of a day and a week
    public const string DailyHours = "community_work.daily_hours";
    public const string DailyHoursWithConsent = "community_work.daily_hours_with_consent";
    public const string DailyHoursOnDayOff = "community_work.daily_hours_on_day_off";
    public const string DailyHoursWithoutWorkOrStudies = "community_work.daily_hours_without_work_or_studies";
    public const string WeeklyMinimumHours = "community_work.weekly_minimum_hours";
    public const string ChildDailyHours = "community_work.child.daily_hours";
    public const string ChildWeeklyHours = "community_work.child.weekly_hours";
    public const string ChildLimitsAllYear = "community_work.child.limits_all_year";

    // community work: replacement by imprisonment
    public const string ReplacementHoursPerDay = "community_work.replacement.hours_per_day";
    public const string ReplacementMaxMonths = "community_work.replacement.max_months";
    public const string ReplacementDaysPerMonth = "community_work.replacement.days_per_month";
    public const string ReplacementRounding = "community_work.replacement.rounding";

    public const string CommunityWorkLimitationYears = "community_work.limitation_years";
    public const string AdultChoiceDays = "deadline.adult_choice";
    public const string ChildWorkReport = "deadline.child_work_report";
    public const string ShortageWarningWeeks = "work_hours.shortage_warning_weeks";
    public const string AdjustmentMaxHours = "community_work.adjustment.max_hours";

    // community work: host employers and placement (rules of the Service)
    public const string ChildRightsTrainingYears = "host.child_rights_training_years";
    public const string ContractEndsWarningDays = "host.contract_ends_warning_days";
    public const string PlacementMinorNeedsTraining = "placement.minor_needs_trained_host";
    public const string PlacementAwayFromChildren = "placement.offender_against_children_away_from_children";
    public const string PlacementMustNotMeet = "placement.must_not_meet_on_one_site_and_day";
    public const string PlacementHealthLimits = "placement.health_limits_bind";
    public const string PlacementHostLimits = "placement.host_limits_bind";
    public const string PlacementFreePlaces = "placement.free_place_needed";
    public const string OffencesViolent = "placement.offences.violent";
    public const string OffencesAgainstChildren = "placement.offences.against_children";
    public const string OffencesProperty = "placement.offences.property";
    public const string OffencesDrugs = "placement.offences.drugs";
    public const string OffencesTraffic = "placement.offences.traffic";

    // terms
    public const string SuspendedSentenceMin = "suspended_sentence.min_months";
    public const string SuspendedSentenceMax = "suspended_sentence.max_months";
    public const string SuspendedSentenceExtensionMax = "suspended_sentence.extension_max_months";
    public const string ConditionalDischargeMin = "conditional_discharge.min_months";
    public const string ConditionalDischargeMax = "conditional_discharge.max_months";
    public const string ProbationSupervisionMainMin = "probation_supervision.main.min_months";
    public const string ProbationSupervisionMainMax = "probation_supervision.main.max_months";
    public const string ProbationSupervisionAdditionalMin = "probation_supervision.additional.min_months";
    public const string ProbationSupervisionAdditionalMax = "probation_supervision.additional.max_months";
    public const string ElectronicMonitoringMin = "electronic_monitoring.min_months";
    public const string ElectronicMonitoringMax = "electronic_monitoring.max_months";
    public const string ProbationObservationMin = "probation_observation.min_months";
    public const string ProbationObservationMax = "probation_observation.max_months";

    // supervision: what a violation leads to
    public const string SupervisionDaysPerImprisonmentDay = "probation_supervision.replacement.days_per_day";
    public const string WarningsBeforeSubmission = "breach.warnings_before_submission";
    public const string WarningsLookBackMonths = "breach.look_back_months";
    public const string ExplanationDays = "deadline.breach_explanation";
    public const string BreachJudgement = "deadline.breach_judgement";
    public const string BreachResponse = "deadline.breach_response";
    public const string WarningServing = "deadline.warning_serving";
    public const string ContestDecision = "deadline.contest_decision";

    // contacts
    public const string ContactsPerMonthLow = "contact.per_month.low";
    public const string ContactsPerMonthMedium = "contact.per_month.medium";
    public const string ContactsPerMonthHigh = "contact.per_month.high";
    public const string EvidenceDays = "contact.evidence_days";
    public const string ContactsApartMinutes = "contact.apart_minutes";

    // electronic monitoring
    public const string AlarmAnswerMinutes = "electronic_monitoring.alarm_answer_minutes";

    public const string MonitoringEmployment = "deadline.monitoring_employment";

    // supervision plan
    public const string PlanStagnationDays = "plan.stagnation_days";
    public const string PlanReviewMonths = "plan.review_months";

    // early ending and easing
    public const string EarlyEndingSuspendedSentence = "early_ending.suspended_sentence.served_percent";
    public const string EarlyEndingProbationSupervision = "early_ending.probation_supervision.served_percent";
    public const string EarlyEndingProbationObservation = "early_ending.probation_observation.served_percent";
    public const string OpportunityCleanMonths = "opportunity.clean_months";
    public const string OpportunityEaseMonths = "opportunity.ease_months";
    public const string OpportunityNearlyDays = "opportunity.nearly_days";
    public const string OpportunityPutOffMonths = "opportunity.put_off_months";

    // assignment
    public const string SexualOffenceNeedsTraining = "assignment.sexual_offence_needs_training";

    // social rehabilitation
    public const string CofinancingShare = "cofinancing.share_percent";
    public const string CofinancingDailyCap = "cofinancing.daily_cap";
    public const string CofinancingLastDay = "cofinancing.last_day_counts";
    public const string CofinancingChildShare = "cofinancing.child_share_percent";

    // trainings of staff
    public const string StaffChildRightsYears = "staff_training.child_rights_years";
    public const string StaffCansYears = "staff_training.cans_years";
    public const string YouthFromAge = "assignment.youth_from_age";
    public const string YouthToAge = "assignment.youth_to_age";

    // persons
    public const string EducationalMeasureMinAge = "educational_measure.min_age";
    public const string EducationalMeasureMaxAge = "educational_measure.max_age";
    public const string CriminalLiabilityAge = "criminal_liability.min_age";
    public const string AdultAge = "person.adult_age";
    public const string LeaveResidenceDays = "supervision.leave_residence_days";
    public const string ForeignTravelDays = "supervision.foreign_travel_days";
    public const string BanDistanceMetres = "supervision.ban_distance_metres";
    public const string DecideApplication = "deadline.decide_application";
    public const string TransferProposal = "deadline.transfer_proposal";

    // figures
    public const string AgeBandYouthFrom = "figures.age_band.youth_from";
    public const string AgeBandAdultsFrom = "figures.age_band.adults_from";
    public const string AgeReference = "figures.age_reference";
    public const string SexualOffenceArticles = "figures.sexual_offence_articles";
    public const string SexualOffenceArticlesWider = "figures.sexual_offence_articles_wider";
    public const string MinimumHourlyTariff = "figures.minimum_hourly_tariff";
    public const string ClientDayDivisorDays = "figures.client_day_divisor_days";

    // how long records are kept
    public const string RetentionCaseYears = "retention.case.years";
    public const string RetentionIntakeMessageYears = "retention.intakeMessage.years";
    public const string RetentionProtectedAddressYears = "retention.protectedAddress.years";
    public const string RetentionVictimYears = "retention.victim.years";
    public const string ArchiveCaseYears = "archive.case.years";

    // from where on the audit raises an alarm
    public const string MassViewingPeople = "audit.mass_viewing.people";
    public const string MassViewingTimes = "audit.mass_viewing.times";
    public const string MassViewingDays = "audit.mass_viewing.days";
    public const string NightWorkFromHour = "audit.night_work.from_hour";
    public const string NightWorkToHour = "audit.night_work.to_hour";
    public const string NightWorkEvents = "audit.night_work.events";
    public const string NeverAssignedPeople = "audit.never_assigned.people";
    public const string ExportsPeople = "audit.exports.people";
    public const string ExportsFiles = "audit.exports.files";
    public const string BanHuntEvents = "audit.ban_hunt.events";
    public const string BreakGlassDays = "audit.break_glass.days";
    public const string BreakGlassEvents = "audit.break_glass.events";
}
