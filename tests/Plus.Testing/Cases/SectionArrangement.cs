using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Access;
using Plus.Kernel.Audit;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Cases.Opening;
using Plus.Shared.Cases.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Partners.Records;
using Plus.Shared.Tasks.Sync;
using Plus.Testing.Arranging;
using Plus.Testing.Pages;

namespace Plus.Testing.Cases;

/// <summary>Opens sections for tests through the same opening and tasks that the application uses.</summary>
public static class SectionArrangement
{
    private static readonly ProcessType Arranged = new("test.arranged");
    private static int _number;

    /// <summary>A new client's section; in the first general office unless said, received on the day in force.</summary>
    public static async Task<Section> SectionAsync(
        this PlusApp app,
        MeasureTerms terms,
        StaffId? manager = null,
        OfficeId? office = null,
        DateOnly? birthDate = null,
        DateOnly? inForceOn = null,
        ClientId? client = null,
        bool withoutOffice = false
    )
    {
        var day = inForceOn ?? new DateOnly(2026, 4, 1);
        office ??= await app.OfficeAsync();
        await using var scope = app.Scope();
        var services = scope.ServiceProvider;
        var db = services.GetRequiredService<PlusDb>();
        var number = Interlocked.Increment(ref _number);
        Client person;
        if (client is { } known)
        {
            person = await db.Set<Client>().SingleAsync(c => c.Id == known);
        }
        else
        {
            person = new Client(
                ClientId.New(),
                "Jānis",
                $"Bērziņš{number}",
                birthDate ?? new DateOnly(1990, 5, 6),
                "M"
            );
            db.Add(person);
        }

        var basis = new Basis(BasisId.New(), person.Id, "courtRuling", $"K-{number}", day.AddDays(-12));
        basis.Issue("court", "Rīgas pilsētas tiesa", day, $"110000{number:00000}", null);
        var offence = new BasisOffence(basis.Id, 1, "175", null, 2, null, day.AddDays(-100));
        db.AddRange(basis, offence);
        var section = await services
            .GetRequiredService<SectionOpening>()
            .OpenAsync(person, basis, [offence], terms, day, CancellationToken.None);
        if (!withoutOffice)
        {
            // The opening may have found an office by itself: the client's other section leads to it.
            db.RemoveRange(db.Set<Assignment>().Local.Where(a => a.SectionId == section.Id).ToList());
            section.Assign(office, "chosen", manager);
            db.Add(new Assignment(section.Id, office.Value, manager, day, "first"));
        }

        await services.GetRequiredService<TaskSync>().AlignAsync([section.Id], CancellationToken.None);
        var done = await services
            .GetRequiredService<Processes>()
            .CommitAsync(new ProcessStart(Arranged) { Client = person.Id, Section = section.Id });
        return done.Done ? section : throw new InvalidOperationException(done.Refusal.TextKey);
    }

    /// <summary>A host employer with a contract.</summary>
    public static async Task<HostEmployerId> HostAsync(
        this PlusApp app,
        string name,
        DateOnly from,
        DateOnly? to = null,
        OfficeId? office = null
    )
    {
        var host = new HostEmployer(HostEmployerId.New(), name, "municipal", null, office ?? await app.OfficeAsync());
        host.At("0001000", "Brīvības iela 1, Rīga");
        await app.SaveAsync(host, new HostContract(host.Id, "L-1", from, to));
        return host.Id;
    }

    /// <summary>How many process rows of a type a section has.</summary>
    public static Task<long> ProcessesAsync(this PlusApp app, SectionId section, string type) =>
        app.ScalarAsync<long>($"SELECT count(*) FROM audit.process WHERE section_id = '{section}' AND type = '{type}'");

    /// <summary>How many times somebody was shown a client's data under a part.</summary>
    public static Task<long> ViewsAsync(this PlusApp app, ClientId client, string part) =>
        app.ScalarAsync<long>($"SELECT count(*) FROM audit.view WHERE part = '{part}' AND '{client}' = ANY (clients)");
}
