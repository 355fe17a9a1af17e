using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Plus.Kernel.Ids;
using Plus.Kernel.Storage;
using Plus.Shared.Clients.Records;
using Plus.Shared.Documents.Grammar;

namespace Plus.Shared.Documents.Records;

/// <summary>A case of a client's full name as written down by hand, where the rule does not fit.</summary>
public sealed class NameForm
{
    private NameForm() { }

    public NameForm(ClientId client, LatvianCase form, string text) =>
        (Id, ClientId, Form, Text) = (Guid.CreateVersion7(), client, form, text);

    public Guid Id { get; private set; }

    public ClientId ClientId { get; private set; }

    public LatvianCase Form { get; private set; }

    public string Text { get; private set; } = "";

    public void Write(string text) => Text = text;
}

internal sealed class NameFormTable : IEntityTypeConfiguration<NameForm>
{
    public void Configure(EntityTypeBuilder<NameForm> builder)
    {
        builder.ToTable("name_form", "documents");
        builder.HasKey(f => f.Id);
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Form).AsCode();
        builder.Property(f => f.Text).HasMaxLength(420);
        builder.HasIndex(f => new { f.ClientId, f.Form });
        builder.HasOne<Client>().WithMany().HasForeignKey(f => f.ClientId).OnDelete(DeleteBehavior.Restrict);
    }
}
