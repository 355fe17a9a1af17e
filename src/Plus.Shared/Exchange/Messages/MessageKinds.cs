namespace Plus.Shared.Exchange.Messages;

/// <summary>Kinds of intake messages, as their contract names them.</summary>
public static class MessageKinds
{
    public const string CourtRuling = "courtRuling";
    public const string PenalOrder = "prosecutorPenalOrder";
    public const string Decision = "prosecutorDecision";
    public const string ReportRequest = "assessmentReportRequest";
    public const string MediationRequest = "mediationRequest";
    public const string ReleaseNotice = "releaseNotice";
    public const string Correction = "correction";
    public const string Withdrawal = "withdrawal";

    /// <summary>Documents that found sections.</summary>
    public static readonly string[] Founding = [CourtRuling, PenalOrder, Decision, ReportRequest, MediationRequest];

    public static readonly string[] All = [.. Founding, ReleaseNotice, Correction, Withdrawal];

    /// <summary>A document that imposes measures and comes into force on a day.</summary>
    public static bool Imposes(string kind) => kind is CourtRuling or PenalOrder or Decision;

    /// <summary>A message that is about another one and does nothing without it.</summary>
    public static bool RefersToAnother(string kind) => kind is ReleaseNotice or Correction or Withdrawal;
}
