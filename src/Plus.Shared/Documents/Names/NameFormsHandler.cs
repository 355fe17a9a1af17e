using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Scope;
using Plus.Shared.Documents.Fields;
using Plus.Shared.Documents.Grammar;
using Plus.Shared.Documents.Records;

namespace Plus.Shared.Documents.Names;

/// <summary>Keeps the cases of a client's name that the rule does not get right.</summary>
internal sealed class NameFormsHandler(PlusDb db, Processes processes, StaffAccessor staff)
{
    /// <param name="forms">By case; what equals the rule or is empty is not kept.</param>
    public async Task<Outcome<Unit>> SaveAsync(
        ClientId client,
        NameValue byRule,
        IReadOnlyDictionary<LatvianCase, string?> forms,
        CancellationToken ct
    )
    {
        if (!await db.ReachesAsync(staff.Current, DocumentPermissions.Work, client, ct))
        {
            return new NoSuchRecord();
        }

        var kept = await db.Set<NameForm>().Where(f => f.ClientId == client).ToListAsync(ct);
        foreach (var (form, text) in forms)
        {
            var typed = string.IsNullOrWhiteSpace(text) || text.Trim() == byRule.In(form) ? null : text.Trim();
            var old = kept.Find(k => k.Form == form);
            if (typed is null)
            {
                if (old is not null)
                {
                    db.Remove(old);
                }
            }
            else if (old is null)
            {
                db.Add(new NameForm(client, form, typed));
            }
            else
            {
                old.Write(typed);
            }
        }

        return await processes.CommitAsync(
            new ProcessStart(DocumentProcesses.NameFormsChanged) { Client = client, Subject = client.Value },
            ct
        );
    }
}
