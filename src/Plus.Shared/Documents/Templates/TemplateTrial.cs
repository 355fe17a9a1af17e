using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Storage;
using Plus.Shared.Documents.Fields;
using Plus.Shared.Documents.Merging;
using Plus.Shared.Documents.Records;
using Plus.Shared.Files.Checking;

namespace Plus.Shared.Documents.Templates;

/// <summary>Tries templates on an invented case, whatever the database holds.</summary>
internal sealed class TemplateTrial(PlusDb db, TemplateFiles files, FieldCatalogue catalogue)
{
    public Task<ChosenTemplate?> FindAsync(Guid version, CancellationToken ct) =>
        (
            from v in db.Set<TemplateVersion>().AsNoTracking()
            join t in db.Set<Template>().AsNoTracking() on v.TemplateId equals t.Id
            where v.Id == version
            select new ChosenTemplate(t, v)
        ).SingleOrDefaultAsync(ct);

    public Task<byte[]> ReadAsync(ChosenTemplate chosen, CancellationToken ct) => files.ReadAsync(chosen.Version, ct);

    public async Task<byte[]> FillAsync(ChosenTemplate chosen, CancellationToken ct)
    {
        var docx = await files.ReadAsync(chosen.Version, ct);
        var values = new Dictionary<string, object?>(catalogue.Samples(), StringComparer.Ordinal);
        foreach (var question in TemplateCheck.Questions(docx))
        {
            values["ask:" + question.Name] = question.IsDate ? new DateOnly(2026, 4, 15) : $"[{question.Label}]";
        }

        return TemplateMerge.Fill(docx, values, chosen.Template.Language);
    }

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints
            .MapGet("/documents/templates/versions/{id:guid}", GetAsync)
            .WithMetadata(new RequiresPermissionAttribute(DocumentPermissions.Templates));

    private static async Task<IResult> GetAsync(Guid id, bool? tried, TemplateTrial trial, HttpContext context)
    {
        var ct = context.RequestAborted;
        if (await trial.FindAsync(id, ct) is not { } chosen)
        {
            return Results.NotFound();
        }

        var bytes = tried == true ? await trial.FillAsync(chosen, ct) : await trial.ReadAsync(chosen, ct);
        return Results.File(bytes, MediaTypes.Docx, $"{chosen.Template.Code}.{chosen.Version.Ordinal}.docx");
    }
}
