using AgencyPlatform.Data.Accounts;
using AgencyPlatform.Data.Cases;
using AgencyPlatform.Data.Clients;
using AgencyPlatform.Data.Identity;
using AgencyPlatform.Data.Notifications;
using AgencyPlatform.Data.Tenancy;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AgencyPlatform.Data;

/// <summary>
/// The relational store as pages, endpoints and log-ins read it. Rows that grains own are read only here: their tables are
/// made by <see cref="Schema.StoreSchema"/> and written by grain storage.
/// </summary>
public abstract class AgencyDb(DbContextOptions options, IReadTenant tenant) : IdentityUserContext<AgencyUser>(options)
{
    /// <summary>Name of the filter that hides other tenants' rows.</summary>
    public const string TenantFilter = "tenant";

    private string? Tenant => tenant.Tenant;

    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();
    public DbSet<CaseRow> Cases => Set<CaseRow>();
    public DbSet<CaseTerm> CaseTerms => Set<CaseTerm>();
    public DbSet<CaseCount> CaseCounts => Set<CaseCount>();
    public DbSet<TimelineRow> Timeline => Set<TimelineRow>();
    public DbSet<CaseText> CaseTexts => Set<CaseText>();
    public DbSet<AccountRow> Accounts => Set<AccountRow>();
    public DbSet<ClientRow> Clients => Set<ClientRow>();
    public DbSet<NotificationRow> Notifications => Set<NotificationRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<InstantAsMilliseconds>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        builder.Entity<Membership>(e =>
        {
            e.ToTable("membership").HasKey(m => new { m.Tenant, m.UserId });
            e.HasIndex(m => m.UserId);
        });
        builder.Entity<ApiKey>(e =>
        {
            e.ToTable("api_key").HasKey(k => new { k.Tenant, k.Id });
            e.HasIndex(k => k.Hash).IsUnique();
        });

        Store<CaseRow>(builder, "case_row", r => new { r.Tenant, r.CaseId });
        Store<CaseTerm>(builder, "case_term", r => new { r.Tenant, r.Term, r.CaseId });
        Store<CaseCount>(builder, "case_count", r => new { r.Tenant, r.Stage, r.Desk, r.IsOpen });
        Store<TimelineRow>(builder, "timeline", r => new { r.Tenant, r.Stream, r.Version, r.Ordinal });
        Store<CaseText>(builder, "case_text", r => new { r.Tenant, r.Hash, r.CaseId });
        Store<AccountRow>(builder, "account_row", r => new { r.Tenant, r.AccountId });
        Store<ClientRow>(builder, "client_row", r => new { r.Tenant, r.ClientId });
        Store<NotificationRow>(builder, "notification", r => new { r.Tenant, r.Member, r.Id });

        // Log-in looks these two up before a tenant is known; everything else reads for one tenant or reads nothing.
        builder.Entity<Membership>().HasQueryFilter(TenantFilter, m => m.Tenant == Tenant);
        builder.Entity<ApiKey>().HasQueryFilter(TenantFilter, k => k.Tenant == Tenant);
        builder.Entity<CaseRow>().HasQueryFilter(TenantFilter, r => r.Tenant == Tenant);
        builder.Entity<CaseTerm>().HasQueryFilter(TenantFilter, r => r.Tenant == Tenant);
        builder.Entity<CaseCount>().HasQueryFilter(TenantFilter, r => r.Tenant == Tenant);
        builder.Entity<TimelineRow>().HasQueryFilter(TenantFilter, r => r.Tenant == Tenant);
        builder.Entity<CaseText>().HasQueryFilter(TenantFilter, r => r.Tenant == Tenant);
        builder.Entity<AccountRow>().HasQueryFilter(TenantFilter, r => r.Tenant == Tenant);
        builder.Entity<ClientRow>().HasQueryFilter(TenantFilter, r => r.Tenant == Tenant);
        builder.Entity<NotificationRow>().HasQueryFilter(TenantFilter, r => r.Tenant == Tenant);
    }

    private static void Store<T>(ModelBuilder builder, string table, System.Linq.Expressions.Expression<Func<T, object?>> key)
        where T : class =>
        builder.Entity<T>(e =>
        {
            e.ToTable(table, t => t.ExcludeFromMigrations()).HasKey(key);
            foreach (var property in e.Metadata.GetProperties()) { property.SetColumnName(Snake(property.Name)); }
        });

    private static string Snake(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name);

    /// <summary>Instants are kept as milliseconds since 1970: sortable, zone-free, the same on every database.</summary>
    private sealed class InstantAsMilliseconds() : ValueConverter<DateTimeOffset, long>(
        t => t.ToUnixTimeMilliseconds(), ms => DateTimeOffset.FromUnixTimeMilliseconds(ms));
}
