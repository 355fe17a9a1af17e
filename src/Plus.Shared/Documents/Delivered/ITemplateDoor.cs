namespace Plus.Shared.Documents.Delivered;

/// <summary>A door that brings templates of its own: a folder with <c>templates.json</c> and the files that it names.</summary>
public interface ITemplateDoor
{
    /// <summary>The folder as its project calls it: <c>Plus.Functions/Mediation/Delivered/</c>.</summary>
    string TemplateFolder { get; }
}
