using AgencyPlatform.Data;
using AgencyPlatform.Data.Identity;
using AgencyPlatform.Server.Identity;
using AgencyPlatform.Server.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;

namespace AgencyPlatform.Server.Hosting.Identity;

/// <summary>People log in with a password and a cookie, programs call with a key; both become the same claims.</summary>
internal static class IdentityHosting
{
    private const string Either = "either";

    public static void AddIdentityStore(this IServiceCollection services)
    {
        services.AddIdentityCore<AgencyUser>(o =>
        {
            o.User.RequireUniqueEmail = true;
            // Length is what protects; a breached-password list comes with self-service registration.
            o.Password.RequiredLength = 10;
            o.Password.RequireDigit = o.Password.RequireLowercase = o.Password.RequireUppercase = o.Password.RequireNonAlphanumeric = false;
            o.Lockout.MaxFailedAccessAttempts = 10;
            o.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15);
        }).AddEntityFrameworkStores<SqliteAgencyDb>().AddSignInManager();
        services.Configure<PasswordHasherOptions>(o => o.IterationCount = 220_000);
    }

    public static void AddCredentials(this IServiceCollection services)
    {
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, o => o.ForwardDefaultSelector = http =>
                http.Request.Headers.Authorization.Count > 0 ? ApiKeyAuthentication.SchemeName : SessionCookie.Scheme)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null)
            .AddCookie(SessionCookie.Scheme, o =>
            {
                o.Cookie.Name = "agency.session";
                o.Cookie.HttpOnly = true;
                o.Cookie.SameSite = SameSiteMode.Lax;
                o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                o.ExpireTimeSpan = TimeSpan.FromHours(12);
                o.SlidingExpiration = true;
                o.LoginPath = "/login";
                o.Events.OnValidatePrincipal = SessionCheck.Validate;
                o.Events.OnRedirectToLogin = http => Refuse(http, StatusCodes.Status401Unauthorized);
                o.Events.OnRedirectToAccessDenied = http => Refuse(http, StatusCodes.Status403Forbidden);
            });
        services.AddAuthorization(Policies.Add);
        services.AddAntiforgery();
        services.AddSingleton<Credentials>();
        services.AddSingleton<KeyRing>();
        services.AddSingleton<IKeyRing>(s => s.GetRequiredService<KeyRing>());
        services.AddHostedService<KeyUse>();
        services.AddScoped<ILogIn, PasswordLogIn>();
        services.AddScoped<CurrentTenant>();
        services.AddScoped<TenantGrains>();
        services.AddScoped<CircuitHandler, CircuitPrincipal>();
    }

    /// <summary>Programs get the status; browsers that ask for a page get the log-in form.</summary>
    private static Task Refuse(RedirectContext<CookieAuthenticationOptions> http, int status)
    {
        var isPage = HttpMethods.IsGet(http.Request.Method) && !ProblemResponses.IsForPrograms(http.HttpContext);
        if (isPage && status == StatusCodes.Status401Unauthorized)
        {
            http.Response.Redirect(http.RedirectUri);
        }
        else
        {
            http.Response.StatusCode = status;
        }

        return Task.CompletedTask;
    }
}
