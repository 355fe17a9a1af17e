using Plus.Kernel.Ids;
using Plus.Law.Applications;
using Plus.Law.CommunityWork;
using Plus.Shared.Access.Records;
using Plus.Shared.Applications.Records;
using Plus.Shared.Breaches.Records;
using Plus.Shared.Cases.Contract;
using Plus.Shared.Documents.Records;
using Plus.Shared.Incidents.Records;
using Plus.Shared.MailRoom.Records;
using Plus.Shared.Obligations.Records;
using Plus.Shared.Retention.Records;
using Plus.Shared.TransportCosts.Records;
using Plus.Shared.WorkHours.Records;
using Plus.Testing.Arranging;
using Plus.Testing.Cases;
using Plus.Testing.Pages;
using DayOfWork = Plus.Functions.CommunityWork.Records.HoursEntry;

namespace Plus.Shared.Tests.Access.Walls.Matrix;

/// <summary>A person's rows in the rooms around the case, each with the mark in every text that takes one.</summary>
internal static class PlantedRows
{
    /// <returns>The ids by the first word of the addresses that open them.</returns>
    public static async Task<ILookup<string, Guid>> PlantAsync(
        PlusApp app,
        People.Person person,
        string mark,
        OfficeId office,
        Staff keeper
    )
    {
        var client = person.Client.Id;
        var work = await app.SectionAsync(
            new MeasureTerms("communityWork") { Hours = 100 },
            office: office,
            client: client
        );
        var host = await app.HostAsync("Darba devējs", new DateOnly(2026, 1, 1), office: office);
        var placement = new Placement(work.Id, host, null, null, new DateOnly(2026, 4, 1));
        placement.Override(["travelTime"], "Pamatojums " + mark);
        var profile = new WorkProfile(work.Id);
        profile.Describe("Arods " + mark, [], FreeHours.Daytime);
        var limits = new WorkHealth(work.Id);
        limits.Limit([], "Kaite " + mark);
        var hours = new DayOfWork(work.Id, host, new DateOnly(2026, 4, 13), 60, 0, null, false, keeper.Id);

        var document = new Document(Guid.CreateVersion7(), client, person.Section.Id, "plus");
        document.Begin("letter", "Dokuments " + mark, "lv", null, keeper.Id, app.Now, new DateOnly(2026, 4, 14));
        var obligation = new Obligation(client, person.Section.Id, "specialist", "service");
        var from = new DateOnly(2026, 4, 2);
        obligation.Decide("Pienākums " + mark, from, null, from, "L-" + mark);
        obligation.About("Vietas " + mark, null, "Speciālists " + mark, null, false);
        var check = new ObligationCheck(
            obligation.Id,
            person.Section.Id,
            from,
            "complied",
            null,
            "Pārbaude " + mark,
            keeper.Id
        );
        var mail = new IncomingItem(Guid.CreateVersion7(), "S-" + mark, IncomingChannel.Email, from, office);
        mail.Describe("answer", "Sūtītājs " + mark, null, null, "Temats " + mark, "Teksts " + mark);
        mail.Concerns(client);
        var breach = new Breach(person.Section.Id, "meeting", from, false, from, keeper.Id);
        breach.Describe("Pārkāpums " + mark, null);
        var step = new BreachStep(breach, "warning", from, keeper.Id, "Solis " + mark);
        var asked = new ClientRequest(
            person.Section.Id,
            new ClientApplication("leave_residence", from, from.AddDays(20), from.AddDays(40)),
            true
        );
        asked.About("Vieta " + mark, "Lūgums " + mark);
        var incident = new Incident(person.Section.Id, "selfHarm", from, from.AddDays(1), app.Now, keeper.Id);
        incident.Describe(null, "Vieta " + mark, "client", "Negadījums " + mark, null);
        var measure = new IncidentMeasure(incident, "Pasākums " + mark, "head", from.AddDays(9), keeper.Id);
        var claim = new TransportClaim(person.Section.Id, from, from, from, 5.5m, "LV80BANK0000435195001", keeper.Id);
        var guarded = new ProtectedAddress(
            obligation.Id,
            person.Section.Id,
            "Sargātā iela 5, " + mark,
            null,
            keeper.Id
        );
        var conflict = new BanConflict(client, person.Section.Id, obligation.Id, guarded.Id, app.Now);
        conflict.Of("clientAddress", new string('0', 64));
        await app.SaveAsync(
            asked,
            incident,
            measure,
            new IncidentNotice(incident, "office", app.Now, "Paziņots " + mark),
            claim,
            breach,
            step,
            placement,
            profile,
            limits,
            hours,
            document,
            new DocumentRecipient(document, "person", "Saņem " + mark),
            obligation,
            check,
            new AvoidedPeople(obligation.Id, person.Section.Id, "Izvairās " + mark),
            guarded,
            conflict,
            mail,
            new IncomingFile(Guid.CreateVersion7(), mail.Id, 1, mark + ".pdf"),
            new LegalHold(client, "Iemesls " + mark, new DateOnly(2027, 1, 1), keeper.Id, app.Now)
        );
        return new (string Word, Guid Id)[]
        {
            ("documents", document.Id),
            ("obligations", obligation.Id),
            ("bans", conflict.Id),
            ("mailroom", mail.Id),
            ("applications", asked.Id),
            ("breaches", breach.Id),
            ("breaches", step.Id),
            ("incidents", incident.Id),
            ("incidents", measure.Id),
            ("transport-costs", claim.Id),
            ("community-work", work.Id.Value),
            ("placements", placement.Id),
            ("hours", hours.Id),
        }.ToLookup(r => r.Word, r => r.Id);
    }
}
