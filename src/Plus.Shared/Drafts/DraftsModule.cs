using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Modules;
using Plus.Shared.Drafts.Keeping;
using Plus.Shared.Drafts.Records;
using Plus.Web.Journeys;
using Plus.Web.Lists;

namespace Plus.Shared.Drafts;

/// <summary>Half-filled forms and stored search texts.</summary>
public sealed class DraftsModule : PlusModule
{
    public override string Code => "drafts";

    public override IEnumerable<NightlyJob> Jobs => [DraftCleaning.Job];

    public override IEnumerable<ErasureRule> Erasures =>
        [
            new("drafts.draft")
            {
                Delete = true,
                Where = "subject_id IN (SELECT i::text FROM unnest(@clients || @sections) i)",
            },
            // What was typed to find the person.
            new("drafts.stored_query")
            {
                Delete = true,
                Where = """
                    EXISTS (SELECT FROM clients.client c WHERE c.id = ANY (@clients)
                            AND strpos(lower(stored_query.text), lower(c.surname)) > 0)
                    """,
            },
        ];

    public override IEnumerable<string> KeptAtHand => ["drafts.*"];

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<StoredQueries>();
        services.AddScoped<IStoredQueries>(provider => provider.GetRequiredService<StoredQueries>());
        services.AddScoped<IDraftStore, DatabaseDrafts>();
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new DraftTable());
        model.ApplyConfiguration(new StoredQueryTable());
    }
}
