using Plus.Kernel.Access;

namespace Plus.Shared.Documents;

/// <summary>The permissions of this room.</summary>
public static class DocumentPermissions
{
    /// <summary>See and download documents of clients.</summary>
    public const string View = "documents.view";

    /// <summary>Make, change and hand on documents.</summary>
    public const string Work = "documents.work";

    /// <summary>Agree to a document that somebody else made.</summary>
    public const string Agree = "documents.agree";

    public const string Sign = "documents.sign";

    /// <summary>Send signed documents and put them into the case file.</summary>
    public const string Send = "documents.send";

    /// <summary>See templates, try them and propose versions of them.</summary>
    public const string Templates = "documents.templates";

    /// <summary>Approve versions of templates that somebody else proposed.</summary>
    public const string ApproveTemplates = "documents.approveTemplates";

    /// <summary>Change the nomenclature.</summary>
    public const string Nomenclature = "documents.nomenclature";

    public static IEnumerable<Permission> All =>
        new[] { View, Work, Agree, Sign, Send }
            .Select(c => new Permission(c) { OfPeople = true, Reads = c == View })
            .Concat([new(Templates), new(ApproveTemplates), new(Nomenclature)]);
}
