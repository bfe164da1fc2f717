namespace AgencyPlatform.Server.Hosting.Demo;

internal static class DemoHosting
{
    public static void AddDemo(this WebApplicationBuilder builder)
    {
    }
}
