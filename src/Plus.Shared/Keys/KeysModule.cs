using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Plus.Kernel.Modules;
using Plus.Shared.Keys.Cookies;
using Plus.Shared.Keys.Records;
using Plus.Shared.Keys.Ring;

namespace Plus.Shared.Keys;

/// <summary>The ring of master keys, and what it seals. Whoever composes the application registers the <see cref="KeyRing"/>.</summary>
public sealed class KeysModule : PlusModule
{
    public override string Code => "keys";

    public override void Services(IServiceCollection services)
    {
        services.AddSingleton<DatabaseKeyRing>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(
            provider => new ConfigureOptions<KeyManagementOptions>(options =>
            {
                options.XmlRepository = provider.GetRequiredService<DatabaseKeyRing>();
                options.XmlEncryptor = new MasterKeyXmlEncryptor(provider.GetRequiredService<KeyRing>());
            })
        );
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new KnownMasterKeyTable());
        model.ApplyConfiguration(new DataProtectionKeyTable());
    }
}
