using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Modules;
using Plus.Shared.Journal.Notes;
using Plus.Shared.Journal.Records;
using Plus.Shared.Journal.Timeline;

namespace Plus.Shared.Journal;

/// <summary>Notes, and the one timeline over all functions.</summary>
public sealed class JournalModule : PlusModule
{
    public override string Code => "journal";

    public override IEnumerable<Permission> Permissions => [new(JournalPermissions.Write) { OfPeople = true }];

    public override IEnumerable<ProcessType> ProcessTypes => [NoteHandler.Written, NoteHandler.Corrected];

    public override IEnumerable<ErasureRule> Erasures => [new("journal.entry") { Delete = true }];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<TimelineReader>();
        services.AddScoped<NoteHandler>();
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new JournalEntryTable());
    }
}
