using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Modules;
using Plus.Shared.Drafts.Records;

namespace Plus.Shared.Drafts;

/// <summary>Half-filled forms and stored search texts.</summary>
public sealed class DraftsModule : PlusModule
{
    public override string Code => "drafts";

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new DraftTable());
        model.ApplyConfiguration(new StoredQueryTable());
    }
}
