using Microsoft.AspNetCore.Razor.TagHelpers;
using Plus.Web.Language;
using Plus.Web.Layout;
using Plus.Web.Markup;

namespace Plus.Web.Display;

/// <summary>Draws the identity bar; pages set <c>Head.Identity</c> and the layout does the rest.</summary>
[HtmlTargetElement("plus-identity-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IdentityBarTag(Texts texts) : TagHelper
{
    /// <summary>What to draw.</summary>
    [HtmlAttributeName("bar")]
    public IdentityBar Bar { get; set; } = null!;

    /// <inheritdoc/>
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var html = new HtmlText();
        html.Add(
            $"<section class=\"plus-identity\" aria-label=\"{texts["web.layout.client"]}\"><div class=\"plus-identity__inner\">"
        );
        html.Add(
            $"<div class=\"plus-identity__who\"><a class=\"plus-identity__name\" href=\"{Bar.Href}\">{Bar.Name}</a>"
        );
        html.Add($" <span class=\"plus-identity__number\">{Bar.Number}</span>");
        html.AddIf(Bar.Age is not null, $" <span class=\"plus-identity__fact\">{Bar.Age}</span>");
        if (Bar.Level is not null)
        {
            html.Add($" <span class=\"plus-identity__fact\">{texts["web.layout.level", ("level", Bar.Level)]}");
            html.AddIf(Bar.LevelReason is not null, $" <span class=\"plus-identity__why\">({Bar.LevelReason})</span>");
            html.Add($"</span>");
        }

        html.Add($"</div>");
        WriteWarnings(html);
        WriteMeasures(html);
        html.Add($"</div></section>");
        output.TagName = null;
        output.Content.SetHtmlContent(html);
    }

    private void WriteWarnings(HtmlText html)
    {
        if (Bar.Warnings.Count == 0)
        {
            return;
        }

        html.Add($"<ul class=\"plus-identity__warnings\" aria-label=\"{texts["web.layout.warnings"]}\">");
        foreach (var warning in Bar.Warnings)
        {
            var kind = warning.Kind == WarningKind.Danger ? "danger" : "notice";
            html.Add($"<li class=\"plus-flag plus-flag--{kind}\">");
            html.AddIf(warning.Href is null, $"{warning.Text}");
            html.AddIf(warning.Href is not null, $"<a href=\"{warning.Href}\">{warning.Text}</a>");
            html.Add($"</li>");
        }

        html.Add($"</ul>");
    }

    private void WriteMeasures(HtmlText html)
    {
        if (Bar.Measures.Count == 0)
        {
            return;
        }

        html.Add($"<ul class=\"plus-identity__measures\" aria-label=\"{texts["web.layout.measures"]}\">");
        foreach (var measure in Bar.Measures)
        {
            html.Add($"<li>");
            if (measure.Href is { } there)
            {
                html.Add($"<a href=\"{there}\">{measure.Text}</a>");
            }
            else
            {
                html.Add($"{measure.Text}");
            }

            html.Add($" <span>{measure.Left}</span>");
            if (measure.Whole is > 0)
            {
                // The words beside it say the same: the bar is for the eye alone.
                var share = Math.Clamp(measure.Done * 100 / measure.Whole.Value, 0, 100);
                html.Add(
                    $"<svg class=\"plus-meter\" viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
                );
                html.Add($"<rect width=\"100\" height=\"6\" class=\"plus-meter__track\"/>");
                html.Add($"<rect width=\"{share}\" height=\"6\" class=\"plus-meter__done\"/></svg>");
            }

            html.Add($"</li>");
        }

        html.Add($"</ul>");
    }
}
