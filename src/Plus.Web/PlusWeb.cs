using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Plus.Kernel.Access;
using Plus.Kernel.Time;
using Plus.Web.Assets;
using Plus.Web.Binding;
using Plus.Web.Controls;
using Plus.Web.Errors;
using Plus.Web.Journeys;
using Plus.Web.Language;
using Plus.Web.Layout;
using Plus.Web.Markup;
using Plus.Web.Security;
using Plus.Web.WebDav;

namespace Plus.Web;

/// <summary>How a host takes the kit in: services, the way of a request, endpoints.</summary>
public static class PlusWeb
{
    /// <summary>Razor pages, texts of <paramref name="textAssemblies"/> and of the kit, and all the kit's services.</summary>
    public static IMvcBuilder AddPlusWeb(this IServiceCollection services, params Assembly[] textAssemblies)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<PlusClock>();
        services.TryAddScoped<StaffAccessor>();
        services.AddHttpContextAccessor();
        services.AddDataProtection();
        services.AddSingleton(provider => new TextCatalog(
            [typeof(PlusWeb).Assembly, .. textAssemblies],
            provider.GetRequiredService<ILogger<TextCatalog>>()
        ));
        services.AddScoped(provider => provider.GetRequiredService<TextCatalog>().In(PageLanguage.Current));
        services.AddSingleton<AssetFiles>();
        services.TryAddSingleton<KitSettings>();
        services.AddScoped<MainMenu>();
        services.AddScoped<PageHead>();
        services.AddScoped<FormFields>();
        services.AddScoped<Flash>();
        services.AddScoped<CurrentDraft>();
        services.AddExceptionHandler<FailureLog>();
        services.AddSingleton(HtmlText.Encoder);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "plus-form";
            options.Cookie.SameSite = SameSiteMode.Lax;
            // Everything but loopback is TLS, so this is Secure wherever it can be.
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddResponseCompression(options =>
        {
            // Every form token is masked anew, typed text never comes back by GET and cookies are SameSite: a page
            // gives nothing away by its length.
            options.EnableForHttps = true;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.AddRazorPages(options => options.RootDirectory = "/");
        return services
            .AddControllersWithViews(options =>
            {
                ValidationTexts.Apply(options);
                options.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
                options.Filters.Add(new NoHandlerFilter());
            })
            .AddApplicationPart(typeof(PlusWeb).Assembly);
    }

    /// <summary>
    /// The outermost part of a request: headers, compression, language, error pages. Before routing and
    /// authentication.
    /// </summary>
    public static void UsePlusWeb(this IApplicationBuilder app)
    {
        app.Use(HiddenToken.Apply);
        app.Use(BrowserRules.Apply);
        app.Use(LastResort.Catch);
        app.UseResponseCompression();
        app.Use(LanguageCookie.Apply);
        app.UseExceptionHandler(
            new ExceptionHandlerOptions { ExceptionHandlingPath = "/error/500", CreateScopeForErrors = true }
        );
        app.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
    }

    /// <summary>Pages, assets, language switch and drafts.</summary>
    public static void MapPlusWeb(this IEndpointRouteBuilder app)
    {
        app.MapGet(
                "/assets/{fingerprint}/{name}",
                (string fingerprint, string name, AssetFiles files, HttpContext context) =>
                    files.Serve(fingerprint, name, context)
            )
            .AllowAnonymous();
        app.MapGet("/language/{code}", LanguageCookie.Switch).AllowAnonymous();
        app.MapPost("/drafts/{form}/{subject}", DraftEndpoints.Keep)
            .WithMetadata(new RequiresPermissionAttribute(PermissionPolicies.Everyone))
            .DisableAntiforgery();
        app.MapPost("/drafts/{form}/{subject}/discard", DraftEndpoints.Discard)
            .WithMetadata(new RequiresPermissionAttribute(PermissionPolicies.Everyone))
            .DisableAntiforgery();
        app.MapRazorPages();
    }
}
