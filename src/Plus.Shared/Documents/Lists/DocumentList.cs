using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Documents.Records;

namespace Plus.Shared.Documents.Lists;

/// <summary>A document as lists show it.</summary>
internal sealed record DocumentRow(
    Guid Id,
    ClientId Client,
    string ClientName,
    string Kind,
    string? Title,
    string? Number,
    DateOnly RegisteredOn,
    DocumentState State,
    string? MadeBy
);

/// <summary>What a list is narrowed to.</summary>
/// <param name="State">A state, or null for all but the annulled ones.</param>
/// <param name="Of">mine: made by the person; agree, sign: waits for the person; null: all.</param>
internal sealed record DocumentFilter(
    ClientId? Client = null,
    DocumentState? State = null,
    string? Kind = null,
    string? Of = null,
    DateOnly? From = null,
    DateOnly? To = null
);

/// <summary>How many documents wait for a person, and how many of theirs did not arrive.</summary>
internal sealed record WaitingDocuments(int ToAgree, int ToSign, int Failed);

/// <summary>Documents within reach.</summary>
internal sealed class DocumentList(PlusDb db, StaffAccessor staff)
{
    public IQueryable<Document> Filtered(DocumentFilter filter)
    {
        var documents = db.DocumentsWithin(staff.Current, DocumentPermissions.View).AsNoTracking();
        documents = filter.Of switch
        {
            "mine" => documents.Where(Mine()),
            "agree" => documents.Where(ToAgree()),
            "sign" => documents.Where(ToSign()),
            _ => documents,
        };
        if (filter.Client is { } client)
        {
            documents = documents.Where(d => d.ClientId == client);
        }

        documents = filter.State is { } state
            ? documents.Where(d => d.State == state)
            : documents.Where(d => d.State != DocumentState.Annulled);
        if (filter.Kind is { } kind)
        {
            documents = documents.Where(d => d.Kind == kind);
        }

        if (filter.From is { } from)
        {
            documents = documents.Where(d => d.RegisteredOn >= from);
        }

        if (filter.To is { } to)
        {
            documents = documents.Where(d => d.RegisteredOn <= to);
        }

        return documents;
    }

    /// <summary>What waits for the person and what of theirs did not arrive, in one question.</summary>
    public async Task<WaitingDocuments> WaitingAsync(CancellationToken ct)
    {
        var (agree, sign, mine) = (ToAgree(), ToSign(), Mine());
        return await db.DocumentsWithin(staff.Current, DocumentPermissions.View)
                .Where(d =>
                    d.State == DocumentState.ToBeAgreed
                    || d.State == DocumentState.ToBeSigned
                    || d.State == DocumentState.Failed
                )
                .GroupBy(d => 1)
                .Select(g => new WaitingDocuments(
                    g.AsQueryable().Count(agree),
                    g.AsQueryable().Count(sign),
                    g.AsQueryable().Where(mine).Count(d => d.State == DocumentState.Failed)
                ))
                .SingleOrDefaultAsync(ct)
            ?? new WaitingDocuments(0, 0, 0);
    }

    private Expression<Func<Document, bool>> Mine()
    {
        var me = staff.Current.Id;
        return d => d.MadeBy == me;
    }

    private Expression<Func<Document, bool>> ToAgree()
    {
        var (me, managers) = (staff.Current.Id, Managers());
        return d =>
            d.State == DocumentState.ToBeAgreed
            && d.MadeBy != me
            && (d.AgreerId == null || managers.Contains(d.AgreerId));
    }

    private Expression<Func<Document, bool>> ToSign()
    {
        var managers = Managers();
        return d => d.State == DocumentState.ToBeSigned && (d.SignerId == null || managers.Contains(d.SignerId));
    }

    private List<StaffId?> Managers() => staff.Current.Reach.Managers.Select(m => (StaffId?)m).ToList();

    public IQueryable<DocumentRow> Rows(IQueryable<Document> documents, string sort, bool falls)
    {
        var sorted = sort switch
        {
            "number" => falls
                ? documents.OrderByDescending(d => d.SeriesYear).ThenByDescending(d => d.Ordinal)
                : documents.OrderBy(d => d.SeriesYear).ThenBy(d => d.Ordinal),
            _ => falls
                ? documents.OrderByDescending(d => d.RegisteredOn).ThenByDescending(d => d.Id)
                : documents.OrderBy(d => d.RegisteredOn).ThenBy(d => d.Id),
        };
        return sorted.Select(d => new DocumentRow(
            d.Id,
            d.ClientId,
            db.Set<Client>().Where(c => c.Id == d.ClientId).Select(c => c.Surname + " " + c.GivenName).First(),
            d.Kind,
            d.Title,
            d.Number,
            d.RegisteredOn,
            d.State,
            db.Set<Staff>().Where(s => s.Id == d.MadeBy).Select(s => s.GivenName + " " + s.Surname).FirstOrDefault()
        ));
    }
}
