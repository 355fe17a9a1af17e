using Microsoft.EntityFrameworkCore;
using Plus.Kernel.Modules;
using Plus.Shared.Exchange.Records;

namespace Plus.Shared.Exchange;

/// <summary>Messages from courts, prosecutors, prisons and the police.</summary>
public sealed class ExchangeModule : PlusModule
{
    public override string Code => "exchange";

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new IntakeRunTable());
        model.ApplyConfiguration(new IntakeMessageTable());
    }
}
