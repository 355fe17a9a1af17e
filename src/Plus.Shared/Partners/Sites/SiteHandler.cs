using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Ids;
using Plus.Kernel.Results;
using Plus.Kernel.Storage;
using Plus.Kernel.Time;
using Plus.Shared.Partners.Editing;
using Plus.Shared.Partners.Records;

namespace Plus.Shared.Partners.Sites;

/// <summary>What is told of a site.</summary>
public sealed record SiteFacts(
    string Name,
    string Address,
    string? TerritoryCode,
    (double Latitude, double Longitude)? At,
    bool NearChildren,
    int[] Places,
    DateOnly? To
);

/// <summary>What is told of a kind of work at a site.</summary>
public sealed record SiteWorkFacts(
    string Work,
    bool Heavy,
    bool NearChildren,
    IReadOnlyList<string> Skills,
    IReadOnlyList<string> Strains,
    string? Tools
);

/// <summary>The kind of work is offered at the site already.</summary>
public sealed record WorkIsOffered() : Refusal("partners.refusal.workOffered")
{
    public override string? Field => "Work";
}

/// <summary>Adds and changes sites of host employers and the kinds of work done there.</summary>
internal sealed class SiteHandler(PlusDb db, HostEditing editing, PlusClock clock)
{
    /// <param name="id">The site to change; null for a new one.</param>
    public async Task<Outcome<Guid>> SaveAsync(
        HostEmployerId host,
        Guid? id,
        SiteFacts facts,
        uint version,
        CancellationToken ct
    )
    {
        if (await editing.FindAsync(host, ct) is null)
        {
            return new NoSuchRecord();
        }

        HostSite? site;
        if (id is { } known)
        {
            site = await db.Set<HostSite>().SingleOrDefaultAsync(s => s.Id == known && s.HostEmployerId == host, ct);
            if (site is null)
            {
                return new NoSuchRecord();
            }

            db.Entry(site).Property(s => s.Version).OriginalValue = version;
        }
        else
        {
            site = new HostSite(host);
            db.Add(site);
        }

        site.Describe(facts.Name.Trim(), facts.Address.Trim(), facts.TerritoryCode, facts.At);
        site.Take(facts.Places, facts.NearChildren);
        site.Use(facts.To);
        var done = await editing.CommitAsync(
            host,
            id is null ? PartnersModule.SiteAdded : PartnersModule.SiteChanged,
            ct
        );
        return done.Done ? site.Id : done.Refusal;
    }

    public async Task<Outcome<Unit>> AddWorkAsync(
        HostEmployerId host,
        Guid site,
        SiteWorkFacts facts,
        CancellationToken ct
    )
    {
        if (
            await editing.FindAsync(host, ct) is null
            || !await db.Set<HostSite>().AnyAsync(s => s.Id == site && s.HostEmployerId == host, ct)
        )
        {
            return new NoSuchRecord();
        }

        var today = clock.Today;
        if (
            await db.Set<SiteWork>()
                .AnyAsync(w => w.SiteId == site && w.Work == facts.Work && (w.To == null || w.To >= today), ct)
        )
        {
            return new WorkIsOffered();
        }

        db.Add(
            new SiteWork(site, facts.Work, facts.Heavy, facts.NearChildren, [.. facts.Skills], [.. facts.Strains])
            {
                Tools = string.IsNullOrWhiteSpace(facts.Tools) ? null : facts.Tools.Trim(),
            }
        );
        return await editing.CommitAsync(host, PartnersModule.WorkAdded, ct, values: [("work", facts.Work)]);
    }

    /// <summary>The kind of work is offered until yesterday.</summary>
    public async Task<Outcome<Unit>> EndWorkAsync(HostEmployerId host, Guid work, CancellationToken ct)
    {
        var found = await db.Set<SiteWork>()
            .SingleOrDefaultAsync(
                w => w.Id == work && db.Set<HostSite>().Any(s => s.Id == w.SiteId && s.HostEmployerId == host),
                ct
            );
        if (found is null || await editing.FindAsync(host, ct) is null)
        {
            return new NoSuchRecord();
        }

        found.End(clock.Today.AddDays(-1));
        return await editing.CommitAsync(host, PartnersModule.WorkEnded, ct, values: [("work", found.Work)]);
    }
}
