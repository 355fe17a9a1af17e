using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Access.Records;
using Plus.Shared.Clients.Records;
using Plus.Shared.Organisation.Records;

namespace Plus.Shared.MailRoom.Records;

/// <summary>How something came in.</summary>
public enum IncomingChannel
{
    Post,
    Hand,
    Email,
    EAddress,
    ECase,
}

/// <summary>What has become of it.</summary>
public enum IncomingState
{
    /// <summary>Nobody has it yet.</summary>
    Registered,
    Assigned,
    Answered,

    /// <summary>It needed no answer and was put to the file.</summary>
    Filed,
}

/// <summary>Something that came in and was registered under a number: a letter, an e-mail, a delivery of the e-case.</summary>
public sealed class IncomingItem
{
    private IncomingItem() { }

    public IncomingItem(Guid id, string number, IncomingChannel channel, DateOnly receivedOn, OfficeId office) =>
        (Id, Number, Channel, ReceivedOn, OfficeId) = (id, number, channel, receivedOn, office);

    public Guid Id { get; private set; }

    /// <summary>Year and running number, never used twice.</summary>
    public string Number { get; private set; } = "";

    public IncomingChannel Channel { get; private set; }

    public DateOnly ReceivedOn { get; private set; }

    /// <summary>The office whose register it stands in.</summary>
    public OfficeId OfficeId { get; private set; }

    /// <summary>Kind code, see <c>AnswerDeadlines.Kinds</c>.</summary>
    public string Kind { get; private set; } = "";

    public string Sender { get; private set; } = "";

    /// <summary>The sender's own number and day of the document.</summary>
    public string? SenderNumber { get; private set; }

    public DateOnly? SenderDate { get; private set; }

    public string Subject { get; private set; } = "";

    /// <summary>Text of the e-mail itself.</summary>
    public string? Body { get; private set; }

    public ClientId? ClientId { get; private set; }

    /// <summary>Last day on which an answer is in time; null when none is owed.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>Parameter that set the day; null when the letter named it.</summary>
    public string? DueRule { get; private set; }

    public StaffId? AssignedTo { get; private set; }

    public IncomingState State { get; private set; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Number of the document that answers it.</summary>
    public string? AnswerNumber { get; private set; }

    /// <summary>What its source calls it, so that it is taken in once; null for what was registered by hand.</summary>
    public string? SourceKey { get; private set; }

    public uint Version { get; private set; }

    public void Describe(
        string kind,
        string sender,
        string? senderNumber,
        DateOnly? senderDate,
        string subject,
        string? body
    ) =>
        (Kind, Sender, SenderNumber, SenderDate, Subject, Body) = (
            kind,
            sender,
            senderNumber,
            senderDate,
            subject,
            body
        );

    public void Concerns(ClientId? client) => ClientId = client;

    public void IsDue(DateOnly? on, string? rule) => (DueOn, DueRule) = (on, rule);

    public void Came(string sourceKey) => SourceKey = sourceKey;

    public void Assign(StaffId to) => (AssignedTo, State) = (to, IncomingState.Assigned);

    public void Answer(DateOnly on, string number) =>
        (State, ClosedOn, AnswerNumber) = (IncomingState.Answered, on, number);

    public void File(DateOnly on) => (State, ClosedOn) = (IncomingState.Filed, on);
}

internal sealed class IncomingItemTable : IEntityTypeConfiguration<IncomingItem>
{
    public void Configure(EntityTypeBuilder<IncomingItem> builder)
    {
        builder.ToTable("incoming", "mailroom");
        builder.HasKey(i => i.Id);
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Number).HasMaxLength(30);
        builder.Property(i => i.Channel).AsCode();
        builder.Property(i => i.Kind).HasMaxLength(40);
        builder.Property(i => i.Sender).HasMaxLength(300);
        builder.Property(i => i.SenderNumber).HasMaxLength(100);
        builder.Property(i => i.Subject).HasMaxLength(500);
        builder.Property(i => i.Body).HasMaxLength(20000);
        builder.Property(i => i.DueRule).HasMaxLength(100);
        builder.Property(i => i.State).AsCode();
        builder.Property(i => i.AnswerNumber).HasMaxLength(100);
        builder.Property(i => i.SourceKey).HasMaxLength(200);
        builder.Property(i => i.Version).IsRowVersion();
        builder.HasIndex(i => i.Number).IsUnique();
        builder.HasIndex(i => i.SourceKey).IsUnique();
        builder.HasIndex(i => new { i.OfficeId, i.ReceivedOn });
        builder.HasIndex(i => i.ClientId);
        builder.HasIndex(i => i.AssignedTo);
        builder.HasOne<Office>().WithMany().HasForeignKey(i => i.OfficeId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Client>().WithMany().HasForeignKey(i => i.ClientId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Staff>().WithMany().HasForeignKey(i => i.AssignedTo).OnDelete(DeleteBehavior.Restrict);
    }
}
