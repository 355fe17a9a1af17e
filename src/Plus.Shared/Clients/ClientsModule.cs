using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Modules;
using Plus.Shared.Clients.Records;

namespace Plus.Shared.Clients;

/// <summary>The people the Service works with, and the people around them.</summary>
public sealed class ClientsModule : PlusModule
{
    public override string Code => "clients";

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new ClientTable());
        model.ApplyConfiguration(new ClientIdentifierTable());
        model.ApplyConfiguration(new ClientNameTable());
        model.ApplyConfiguration(new ClientAddressTable());
        model.ApplyConfiguration(new ClientReachTable());
        model.ApplyConfiguration(new RelatedPersonTable());
        model.ApplyConfiguration(new EarlierConvictionTable());
        model.ApplyConfiguration(new MustNotMeetTable());
        model.ApplyConfiguration(new PossibleDuplicateTable());
    }
}
