using Plus.Functions.AssessmentReports;
using Plus.Functions.CommunityWork;
using Plus.Functions.ConditionalDischarge;
using Plus.Functions.EducationalCommunityWork;
using Plus.Functions.Mediation;
using Plus.Functions.ProbationObservation;
using Plus.Functions.ProbationSupervision;
using Plus.Functions.Programmes;
using Plus.Functions.Supervision;
using Plus.Kernel.Modules;
using Plus.Shared.Access;
using Plus.Shared.Archive;
using Plus.Shared.Audit;
using Plus.Shared.Breaches;
using Plus.Shared.CaseFiles;
using Plus.Shared.Cases;
using Plus.Shared.Clients;
using Plus.Shared.Contacts;
using Plus.Shared.Documents;
using Plus.Shared.Drafts;
using Plus.Shared.Exchange;
using Plus.Shared.Exchange.Takeover;
using Plus.Shared.Files;
using Plus.Shared.HostApi;
using Plus.Shared.HostPages;
using Plus.Shared.Incidents;
using Plus.Shared.Jobs;
using Plus.Shared.Journal;
using Plus.Shared.Keys;
using Plus.Shared.MailRoom;
using Plus.Shared.Obligations;
using Plus.Shared.Organisation;
using Plus.Shared.Outbox;
using Plus.Shared.Partners;
using Plus.Shared.Plans;
using Plus.Shared.Reminders;
using Plus.Shared.Retention;
using Plus.Shared.Rules;
using Plus.Shared.Signatures;
using Plus.Shared.Statistics;
using Plus.Shared.Tasks;
using Plus.Shared.TransportCosts;
using Plus.Shared.WorkHours;

namespace Plus.Host;

/// <summary>The list of doors: every room of the house, shared rooms first, then the nine functions in the order of the law.</summary>
public static class Doors
{
    public static ModuleList All { get; } =
        new([
            new OrganisationModule(),
            new KeysModule(),
            new AccessModule(),
            new AuditModule(),
            new ClientsModule(),
            new CasesModule(),
            new ContactsModule(),
            new ObligationsModule(),
            new PlansModule(),
            new BreachesModule(),
            new IncidentsModule(),
            new JournalModule(),
            new TasksModule(),
            new PartnersModule(),
            new WorkHoursModule(),
            new TransportCostsModule(),
            new HostPagesModule(),
            new HostApiModule(),
            new ExchangeModule(),
            new FilesModule(),
            new OutboxModule(),
            new RemindersModule(),
            new DocumentsModule(),
            new MailRoomModule(),
            new SignaturesModule(),
            new TakeoverModule(),
            new RulesModule(),
            new DraftsModule(),
            new JobsModule(),
            new StatisticsModule(),
            new RetentionModule(),
            new ArchiveModule(),
            new CaseFilesModule(),
            new AssessmentReportsModule(),
            new ProgrammesModule(),
            new CommunityWorkModule(),
            new EducationalCommunityWorkModule(),
            new ConditionalDischargeModule(),
            new SupervisionModule(),
            new MediationModule(),
            new ProbationSupervisionModule(),
            new ProbationObservationModule(),
        ]);
}
