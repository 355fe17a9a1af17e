using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Modules;
using Plus.Shared.Contacts.Records;

namespace Plus.Shared.Contacts;

/// <summary>Meetings, calls and visits: planned, held, missed.</summary>
public sealed class ContactsModule : PlusModule
{
    public override string Code => "contacts";

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new ContactTable());
    }
}
