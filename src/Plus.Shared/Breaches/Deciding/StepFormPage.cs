using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Shared.Breaches.Listing;
using Plus.Shared.Breaches.Records;
using Plus.Shared.Cases.Sections;

namespace Plus.Shared.Breaches.Deciding;

/// <summary>What the pages of one step share.</summary>
public abstract class StepFormPage(SectionReader reader, BreachReader breaches, ViewLog views, SectionHead heading)
    : BreachFormPage(reader, breaches, views, heading)
{
    public BreachStep Step { get; private set; } = null!;

    protected override uint StoredVersion => Step.Version;

    protected override (ClientId? Client, Guid Record) Edited => (View.Client.Id, Step.Id);

    protected override async Task<Breach?> FindAsync()
    {
        if (await Breaches.FindStepAsync(Id, Part, Ct) is not { } step)
        {
            return null;
        }

        Step = step;
        return await Breaches.FindAsync(step.BreachId, Part, Ct);
    }
}
