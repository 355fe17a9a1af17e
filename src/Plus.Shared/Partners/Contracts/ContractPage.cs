using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Records;
using Plus.Web.Layout;

namespace Plus.Shared.Partners.Contracts;

/// <summary>A form about one contract of a host employer.</summary>
internal abstract class ContractPage(PlusDb db, HostEditing editing, PageHead head) : HostFormPage(db, editing, head)
{
    [BindProperty(SupportsGet = true, Name = "contract")]
    public Guid ContractId { get; set; }

    public HostContract Contract { get; private set; } = null!;

    protected override uint StoredVersion => Contract.Version;

    protected override (ClientId? Client, Guid Record) Edited => (null, Id);

    protected override async Task<bool> LoadAsync()
    {
        var host = HostId;
        if (
            !await base.LoadAsync()
            || await Db.Set<HostContract>()
                .AsNoTracking()
                .SingleOrDefaultAsync(c => c.Id == ContractId && c.HostEmployerId == host, Ct)
                is not { } contract
        )
        {
            return false;
        }

        Contract = contract;
        return true;
    }
}
