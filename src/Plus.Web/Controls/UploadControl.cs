using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Markup;

namespace Plus.Web.Controls;

/// <summary>Files to send; the form needs <c>enctype="multipart/form-data"</c>. The script lists what was chosen.</summary>
[HtmlTargetElement("plus-upload", TagStructure = TagStructure.WithoutEndTag)]
public sealed class UploadControl(Texts texts, FormFields fields) : FormControl(texts, fields)
{
    /// <summary>Kinds offered by the file dialog, as <c>.pdf,.docx</c>; the server judges all the same.</summary>
    [HtmlAttributeName("accept")]
    public string? Accept { get; set; }

    /// <summary>Several files at once.</summary>
    [HtmlAttributeName("multiple")]
    public bool Multiple { get; set; }

    /// <inheritdoc/>
    protected override void WriteControl(HtmlText html, TagHelperOutput output)
    {
        html.Add($"<div class=\"plus-upload\" data-plus=\"upload\"><input class=\"plus-upload__input\" type=\"file\"");
        html.Add(
            $" id=\"{FieldId}\" name=\"{FieldName}\"{new Attr("accept", Accept)}{Attr.Flag("multiple", Multiple)}"
        );
        html.Add($"{new Attr("aria-describedby", DescribedBy)}");
        html.Add($"{new Attr("aria-invalid", Errors.Count > 0 ? "true" : null)}></div>");
    }
}
