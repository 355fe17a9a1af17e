using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Plus.Shared.Access.Records;

namespace Plus.Shared.Access.Passkeys;

/// <summary>The framework's passkey handler over this room's own people.</summary>
internal static class PasskeyServices
{
    public static void AddPasskeys(this IServiceCollection services)
    {
        services.AddIdentityCore<Staff>();
        services.AddScoped<IUserStore<Staff>, PasskeyStore>();
        services.AddScoped<IPasskeyHandler<Staff>, PasskeyHandler<Staff>>();
        services.AddSingleton<PasskeyState>();
        services.AddScoped<OwnPasskeysHandler>();
        services.AddScoped<PasskeyLogInHandler>();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // The device must have asked who holds it: only so is a passkey two factors in one.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
    }
}
