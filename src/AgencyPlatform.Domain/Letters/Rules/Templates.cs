using AgencyPlatform.Domain.Letters.Reading;

namespace AgencyPlatform.Domain.Letters.Rules;

/// <summary>
/// Fingerprints of the openings and phrases that circulating templates share (u94, u105, u106), in our own wording: the
/// pairs of words are what counts, so a template is recognised by its mould and not by a copied page.
/// </summary>
internal static class Templates
{
    public static IReadOnlyList<(string Id, HashSet<ulong> Pairs)> Fingerprints { get; } =
    [
        Of("appeal-opening-en", "I am writing to appeal the suspension of my Amazon seller account. I understand that my account was suspended because"),
        Of("opportunity-en", "Thank you for giving me the opportunity to appeal the suspension of my selling privileges on Amazon"),
        Of("apology-en", "We sincerely apologize for any inconvenience this may have caused to Amazon and its customers"),
        Of("customers-first-en", "We take our responsibility as an Amazon seller very seriously and always strive to provide the best experience to our customers"),
        Of("assurance-en", "We assure you that this will never happen again and we will comply with all Amazon policies in the future"),
        Of("reinstate-en", "We kindly ask you to review our plan of action and reinstate our selling privileges as soon as possible"),
        Of("section3-en", "I have reviewed Section 3 of the Amazon Business Solutions Agreement and fully understand the importance of following all of its policies"),
        Of("opening-zh", "尊敬的亚马逊团队 您好 感谢您给我们这次申诉的机会 我们已经深刻认识到自己的错误"),
        Of("assurance-zh", "我们保证今后严格遵守亚马逊的各项政策 绝对不会再次发生类似的问题 希望能够恢复我们的销售权限"),
        Of("customers-first-zh", "我们一直以来都非常重视客户的购物体验 对于此次给亚马逊和买家带来的不便 我们深表歉意"),
        Of("opening-de", "hiermit möchte ich Einspruch gegen die Sperrung meines Amazon Verkäuferkontos einlegen und entschuldige mich für die entstandenen Unannehmlichkeiten"),
        Of("opening-ja", "この度はアカウント停止の件でご迷惑をおかけし誠に申し訳ございません 改善計画を提出いたしますのでご確認をお願いいたします"),
    ];

    private static (string, HashSet<ulong>) Of(string id, string text) => (id, [.. TextSimilarity.Pairs(Token.Cut(text))]);
}
