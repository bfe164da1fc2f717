namespace AgencyPlatform.Data.Schema;

/// <summary>The tables that grain writes fill, as SQL of our own: keys without row ids and counting triggers are beyond EF's model.</summary>
public static class StoreSchema
{
    public static string Sqlite { get; } = Read("store.sqlite.sql");

    public static string SqliteClocksAndWebhooks { get; } = Read("clocks-and-webhooks.sqlite.sql");

    public static string SqliteDueOrder { get; } = Read("due-order.sqlite.sql");

    public static string SqliteNotificationOrder { get; } = Read("notification-order.sqlite.sql");

    private static string Read(string name)
    {
        using var stream = typeof(StoreSchema).Assembly.GetManifestResourceStream($"AgencyPlatform.Data.Schema.{name}")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
