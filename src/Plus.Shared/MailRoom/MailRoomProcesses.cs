using Plus.Kernel.Audit;

namespace Plus.Shared.MailRoom;

/// <summary>Kinds of writes of the mail room.</summary>
public static class MailRoomProcesses
{
    public static readonly ProcessType Registered = new("mailroom.registered", OnTimeline: true);
    public static readonly ProcessType ClientSet = new("mailroom.clientSet", OnTimeline: true);
    public static readonly ProcessType Assigned = new("mailroom.assigned");
    public static readonly ProcessType Answered = new("mailroom.answered", OnTimeline: true);
    public static readonly ProcessType Filed = new("mailroom.filed");

    public static readonly ProcessType[] All = [Registered, ClientSet, Assigned, Answered, Filed];
}
