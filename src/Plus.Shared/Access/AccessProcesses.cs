using Plus.Kernel.Audit;
using Plus.Shared.Access.Confirming;
using Plus.Shared.Access.FirstStaff;
using Plus.Shared.Access.Leaving;
using Plus.Shared.Access.LogIn;
using Plus.Shared.Access.OpenedInNeed;
using Plus.Shared.Access.Passkeys;
using Plus.Shared.Access.Passwords;
using Plus.Shared.Access.Posts;
using Plus.Shared.Access.Proposals;
using Plus.Shared.Access.Restricting;
using Plus.Shared.Access.Roles;
using Plus.Shared.Access.SecondFactor;
using Plus.Shared.Access.Sessions;
using Plus.Shared.Access.SingleSignOn;
using Plus.Shared.Access.StaffDirectory;
using Plus.Shared.Access.StatingPurpose;
using Plus.Shared.Access.Substituting;
using Plus.Shared.Access.Trainings;

namespace Plus.Shared.Access;

/// <summary>The kinds of write of this room.</summary>
internal static class AccessProcesses
{
    public static IReadOnlyList<ProcessType> All { get; } =
    [
        FirstStaffHandler.SetUp,
        LogInHandler.LoggedIn,
        LogInHandler.LogInFailed,
        LogOut.LoggedOut,
        SecondFactorHandler.TurnedOn,
        SecondFactorHandler.TurnedOff,
        SecondFactorHandler.Reset,
        PasswordLinks.Made,
        SetPasswordHandler.Set,
        ChangePasswordHandler.Changed,
        AddStaffHandler.Added,
        CorrectStaffHandler.Corrected,
        StaffLogInHandler.Unlocked,
        GivePostHandler.Given,
        TrainingHandler.Added,
        DecideProposalHandler.Proposed,
        DecideProposalHandler.Approved,
        DecideProposalHandler.Declined,
        EndPostHandler.Ended,
        ConfirmAccessHandler.Confirmed,
        UnconfirmedAccess.Ended,
        LeaveHandler.Left,
        OwnPasskeysHandler.Added,
        OwnPasskeysHandler.Removed,
        SignOnHandler.Linked,
        SignOnHandler.EndedByProvider,
        ClaimPosts.Aligned,
        MapClaimHandler.Mapped,
        MapClaimHandler.Ended,
        ChangeRoleHandler.Changed,
        RestrictHandler.Restricted,
        RestrictHandler.Lifted,
        SubstituteHandler.Arranged,
        SubstituteHandler.Ended,
        OpenInNeedHandler.Asked,
        OpenInNeedHandler.Decided,
        OpenInNeedHandler.Reviewed,
        AlarmOpenings.Opened,
        AlarmOpenings.Ended,
        StatePurposeHandler.Stated,
    ];
}
