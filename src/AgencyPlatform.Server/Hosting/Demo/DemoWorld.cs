namespace AgencyPlatform.Server.Hosting.Demo;

/// <summary>The people and firms of the demo agency. All of them are made up.</summary>
internal static class DemoWorld
{
    public const string AgencyName = "Northlight Seller Advisory";

    public static readonly (string Name, string Email, string Role, string Zone)[] Members =
    [
        ("Mara Lindqvist", "demo@agency.example", "owner", "Europe/Stockholm"),
        ("Chen Yun 陈昀", "reviewer@agency.example", "reviewer", "Asia/Shanghai"),
        ("Daniel Okafor", "caseworker@agency.example", "case-worker", "Europe/London"),
        ("Integration", "integration@agency.example", "owner", "Etc/UTC"),
    ];

    public static readonly (string Name, string Email, string Language)[] Clients =
    [
        ("Shenzhen Yunhe Electronics 深圳云禾电子", "ops@yunhe.example", "zh-Hans"),
        ("Harbor & Pine LLC", "hello@harborpine.example", "en"),
        ("Yiwu Lanting Trading 义乌兰亭贸易", "service@lanting.example", "zh-Hans"),
        ("Kestrel Home Goods Ltd", "accounts@kestrelhome.example", "en"),
        ("Ningbo Haiyue Outdoor 宁波海悦户外", "amz@haiyue.example", "zh-Hans"),
        ("Brightwater Beauty Inc", "seller@brightwater.example", "en"),
        ("Hangzhou Mulan Textile 杭州木兰纺织", "export@mulan.example", "zh-Hans"),
        ("Alpenrausch Sport GmbH", "amazon@alpenrausch.example", "en"),
        ("Guangzhou Xinghui Toys 广州星辉玩具", "us@xinghui.example", "zh-Hans"),
        ("Casa Oliva S.r.l.", "vendite@casaoliva.example", "en"),
        ("Xiamen Beilin Ceramics 厦门北林陶瓷", "store@beilin.example", "zh-Hans"),
        ("Prairie Roasters Co", "team@prairieroasters.example", "en"),
    ];

    /// <summary>Endings of account names, with marketplaces and zone; every client has one, some have two.</summary>
    public static readonly (string Suffix, string[] Marketplaces, string Zone)[] Stores =
    [
        ("US", ["US", "CA", "MX"], "America/Los_Angeles"),
        ("EU", ["DE", "FR", "IT", "ES"], "Europe/Berlin"),
        ("JP", ["JP"], "Asia/Tokyo"),
        ("UK", ["UK"], "Europe/London"),
    ];

    public static string FirstName(string client) => string.Join(' ', client.Split(' ').Take(2));
}
