using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Law.Identity;

namespace Plus.Shared.Clients.Records;

/// <summary>
/// A person the Service works with. What changes over time (names, identifiers, addresses, contacts) has its own
/// dated rows; the current name stands here as well, because every list shows it.
/// </summary>
public sealed class Client
{
    private Client() { }

    public Client(ClientId id, string givenName, string surname, DateOnly birthDate, string? sex)
    {
        (Id, BirthDate, Sex) = (id, birthDate, sex);
        Name(givenName, surname);
    }

    public ClientId Id { get; private set; }

    public string GivenName { get; private set; } = "";

    public string Surname { get; private set; } = "";

    /// <summary>Folded "surname given name", for search and matching.</summary>
    public string NameKey { get; private set; } = "";

    public DateOnly BirthDate { get; private set; }

    /// <summary>M, F or null when not known.</summary>
    public string? Sex { get; private set; }

    /// <summary>ISO 3166-1 alpha-3.</summary>
    public string? Citizenship { get; private set; }

    /// <summary>ISO 639-1 codes, best first.</summary>
    public string[] Languages { get; private set; } = [];

    public bool NeedsInterpreter { get; private set; }

    public string? Education { get; private set; }

    public string? Employment { get; private set; }

    public int? Dependants { get; private set; }

    /// <summary>What staff must know before meeting the person; null when there is nothing.</summary>
    public string? RiskToStaff { get; private set; }

    public DateOnly? DiedOn { get; private set; }

    /// <summary>The record this one was merged into; a merged record is shown nowhere but in history.</summary>
    public ClientId? MergedInto { get; private set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>
    /// Who entered the client by hand; they reach the client also before there is a section. Null when a document
    /// brought the client.
    /// </summary>
    public StaffId? EnteredBy { get; init; }

    public uint Version { get; private set; }

    public string FullName => GivenName + " " + Surname;

    public void Name(string givenName, string surname)
    {
        GivenName = NameFolding.Clean(givenName);
        Surname = NameFolding.Clean(surname);
        NameKey = NameFolding.Fold(Surname + " " + GivenName);
    }

    public void Describe(string? citizenship, string[] languages, bool needsInterpreter)
    {
        (Citizenship, Languages, NeedsInterpreter) = (citizenship, languages, needsInterpreter);
    }

    public void LivesWith(string? education, string? employment, int? dependants)
    {
        (Education, Employment, Dependants) = (education, employment, dependants);
    }

    public void WarnStaff(string? risk) => RiskToStaff = string.IsNullOrWhiteSpace(risk) ? null : risk.Trim();

    public void Correct(DateOnly birthDate, string? sex) => (BirthDate, Sex) = (birthDate, sex);

    public void Died(DateOnly? on) => DiedOn = on;

    public void MergeInto(ClientId kept) => MergedInto = kept;

    public void Unmerge() => MergedInto = null;
}

internal sealed class ClientTable : IEntityTypeConfiguration<Client>
{
    public void Configure(EntityTypeBuilder<Client> builder)
    {
        builder.ToTable("client", "clients");
        builder.HasKey(c => c.Id);
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.GivenName).HasMaxLength(200).UseCollation(Collations.Latvian);
        builder.Property(c => c.Surname).HasMaxLength(200).UseCollation(Collations.Latvian);
        builder.Property(c => c.NameKey).HasMaxLength(420).UseCollation("C");
        builder.Property(c => c.Sex).HasMaxLength(1);
        builder.Property(c => c.Citizenship).HasMaxLength(3);
        builder.Property(c => c.Education).HasMaxLength(40);
        builder.Property(c => c.Employment).HasMaxLength(40);
        builder.Property(c => c.RiskToStaff).HasMaxLength(2000);
        builder.Property(c => c.Version).IsRowVersion();
        builder.HasIndex(c => new { c.BirthDate, c.NameKey });
        builder.HasIndex(c => c.MergedInto);
        builder.HasIndex(c => c.EnteredBy).HasFilter("entered_by is not null");
    }
}
