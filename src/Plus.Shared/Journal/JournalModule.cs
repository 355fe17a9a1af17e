using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Modules;
using Plus.Shared.Journal.Records;

namespace Plus.Shared.Journal;

/// <summary>Notes, and the one timeline over all functions.</summary>
public sealed class JournalModule : PlusModule
{
    public override string Code => "journal";

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new JournalEntryTable());
    }
}
