using Plus.Kernel.Audit;
using Plus.Shared.Documents.InPlace;

namespace Plus.Shared.Documents;

/// <summary>The kinds of write of this room.</summary>
public static class DocumentProcesses
{
    public static readonly ProcessType Made = new("documents.made", OnTimeline: true);
    public static readonly ProcessType VersionSaved = new("documents.versionSaved", OnTimeline: true);
    public static readonly ProcessType Moved = new("documents.moved", OnTimeline: true);
    public static readonly ProcessType Signed = new("documents.signed", OnTimeline: true);
    public static readonly ProcessType NomenclatureChanged = new("documents.nomenclatureChanged");

    public static readonly ProcessType NameFormsChanged = new("documents.nameFormsChanged", OnTimeline: true);
    public static readonly ProcessType TemplateProposed = new("documents.templateProposed");
    public static readonly ProcessType TemplateDecided = new("documents.templateDecided");
    public static readonly ProcessType Sent = new("documents.sent", OnTimeline: true) { Kind = EventKind.Disclose };
    public static readonly ProcessType Delivery = new("documents.delivery", OnTimeline: true);

    public static IEnumerable<ProcessType> All =>
        [
            EditingPasses.Begun,
            RecoveredSaves.Kept,
            RecoveredSaves.Settled,
            Made,
            VersionSaved,
            Moved,
            Signed,
            NomenclatureChanged,
            NameFormsChanged,
            TemplateProposed,
            TemplateDecided,
            Sent,
            Delivery,
        ];
}
