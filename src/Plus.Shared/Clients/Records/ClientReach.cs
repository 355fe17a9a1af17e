using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;

namespace Plus.Shared.Clients.Records;

/// <summary>By what the client can be reached.</summary>
public enum ReachKind
{
    Phone,
    Email,

    /// <summary>The official electronic address; delivery needs consent, which may be withdrawn.</summary>
    EAddress,
}

/// <summary>A phone number, an e-mail or the official e-address, with the consent to be served through it.</summary>
public sealed class ClientReach
{
    private ClientReach() { }

    public ClientReach(ClientId client, ReachKind kind, string value, DateOnly asOf, string source)
    {
        (Id, ClientId, Kind, Value, AsOf, Source) = (Guid.CreateVersion7(), client, kind, value, asOf, source);
        SearchKey = kind == ReachKind.Phone ? PhoneKey(value) : value.ToLowerInvariant();
    }

    public Guid Id { get; private set; }

    public ClientId ClientId { get; private set; }

    public ReachKind Kind { get; private set; }

    public string Value { get; private set; } = "";

    /// <summary>Digits of a phone, last eight; the address in lower case otherwise.</summary>
    public string SearchKey { get; private set; } = "";

    public DateOnly AsOf { get; private set; }

    public DateOnly? To { get; private set; }

    public string Source { get; private set; } = "";

    public DateOnly? ConsentOn { get; private set; }

    public DateOnly? ConsentWithdrawnOn { get; private set; }

    /// <summary>The last eight digits: what is left of a Latvian number without its country code.</summary>
    public static string PhoneKey(string phone)
    {
        var digits = string.Concat(phone.Where(char.IsAsciiDigit));
        return digits.Length > 8 ? digits[^8..] : digits;
    }

    public void Consent(DateOnly on) => (ConsentOn, ConsentWithdrawnOn) = (on, null);

    public void WithdrawConsent(DateOnly on) => ConsentWithdrawnOn = on;

    public void End(DateOnly lastDay) => To = lastDay;

    public void MoveTo(ClientId client) => ClientId = client;
}

internal sealed class ClientReachTable : IEntityTypeConfiguration<ClientReach>
{
    public void Configure(EntityTypeBuilder<ClientReach> builder)
    {
        builder.ToTable("client_reach", "clients");
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Kind).AsCode();
        builder.Property(r => r.Value).HasMaxLength(254);
        builder.Property(r => r.SearchKey).HasMaxLength(254);
        builder.Property(r => r.Source).HasMaxLength(200);
        builder.HasIndex(r => r.ClientId);
        builder.HasIndex(r => r.SearchKey);
        builder.HasOne<Client>().WithMany().HasForeignKey(r => r.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}
