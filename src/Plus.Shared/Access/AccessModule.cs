using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Plus.Kernel.Modules;
using Plus.Shared.Access.Keys;
using Plus.Shared.Access.LogIn;
using Plus.Shared.Access.Records;
using Plus.Shared.Access.Sessions;

namespace Plus.Shared.Access;

/// <summary>Who works here, in which role, and what each role may do.</summary>
public sealed class AccessModule : PlusModule
{
    public override string Code => "access";

    public override void Services(IServiceCollection services)
    {
        services.AddScoped<StaffSession>();
        services.AddScoped<LogInHandler>();
        services.AddScoped<IPasswordHasher<Staff>, PasswordHasher<Staff>>();
        services.AddSingleton<DatabaseKeyRing>();
    }

    public override void Model(ModelBuilder model)
    {
        model.ApplyConfiguration(new DataProtectionKeyTable());
        model.ApplyConfiguration(new RoleTable());
        model.ApplyConfiguration(new StaffTable());
        model.ApplyConfiguration(new StaffPostTable());
        model.ApplyConfiguration(new PasswordLinkTable());
    }
}
