using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Clients.Head;
using Plus.Shared.Documents.Records;
using Plus.Web.Language;
using Plus.Web.Layout;

namespace Plus.Shared.Documents.Overview;

/// <summary>A document with what its pages say of it.</summary>
public sealed record DocumentView(
    Document Document,
    string? MaderName,
    string? Agreer,
    string? Signer,
    string? Series,
    string? Measure
);

/// <summary>What every page of a document begins with: is it within reach, whose is it; and that it was seen is logged.</summary>
public sealed class DocumentHead(
    PlusDb db,
    StaffAccessor staff,
    ViewLog views,
    ClientHead client,
    PageHead head,
    Texts texts
)
{
    /// <param name="step">Name of the step in words; null on the document's own page.</param>
    /// <returns>Null when there is no such document within reach of the permission.</returns>
    public async Task<DocumentView?> ShowAsync(Guid id, string permission, string? step, CancellationToken ct)
    {
        var view = await (
            from d in db.DocumentsWithin(staff.Current, permission).AsNoTracking()
            where d.Id == id
            select new DocumentView(
                d,
                db.Set<Staff>()
                    .Where(s => s.Id == d.MadeBy)
                    .Select(s => s.GivenName + " " + s.Surname)
                    .FirstOrDefault(),
                db.Set<Staff>()
                    .Where(s => s.Id == d.AgreerId)
                    .Select(s => s.GivenName + " " + s.Surname)
                    .FirstOrDefault(),
                db.Set<Staff>()
                    .Where(s => s.Id == d.SignerId)
                    .Select(s => s.GivenName + " " + s.Surname)
                    .FirstOrDefault(),
                db.Set<Nomenclature>().Where(n => n.Id == d.NomenclatureId).Select(n => n.Mark).FirstOrDefault(),
                db.Set<Cases.Records.Section>().Where(s => s.Id == d.SectionId).Select(s => s.Measure).FirstOrDefault()
            )
        ).SingleOrDefaultAsync(ct);
        if (view is null)
        {
            return null;
        }

        await views.ConsultAsync(permission, view.Document.ClientId, view.Document.SectionId, ct);
        await client.ShowReachedAsync(view.Document.ClientId, ct);
        var kind = texts["documents.kind." + view.Document.Kind];
        head.Title = step is null ? kind : texts["documents.head.titleOfStep", ("step", step), ("kind", kind)];
        head.Crumb(texts["documents.client.title"], $"/clients/{view.Document.ClientId}/documents");
        if (step is null)
        {
            head.Crumb(kind);
        }
        else
        {
            head.Crumb(kind, $"/documents/{id}").Crumb(step);
        }

        return view;
    }
}
