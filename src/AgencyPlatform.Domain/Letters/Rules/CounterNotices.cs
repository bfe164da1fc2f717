using AgencyPlatform.Domain.Letters.Reading;

namespace AgencyPlatform.Domain.Letters.Rules;

/// <summary>POA-L36 (u21): without one of its five statutory elements a counter-notice has no effect.</summary>
internal static class CounterNotices
{
    private static readonly Phrases Removed = Phrases.Of("removed, disabled, taken down, removal, appeared, located at, location, 被移除, 被删除, 已移除, 原位置");
    private static readonly Phrases GoodFaith = Phrases.Of("good faith, 善意");
    private static readonly Phrases Perjury = Phrases.Of("penalty of perjury, penalties of perjury, under perjury, 伪证罪, 伪证");
    private static readonly Phrases Mistake = Phrases.Of("mistake, misidentif*, 错误, 误认");
    private static readonly Phrases NameLabels = Phrases.Of("name, my name, full name, i the undersigned, 姓名, 名称");
    private static readonly Phrases AddressLabels = Phrases.Of("address, street, avenue, road, suite, 地址, 路");
    private static readonly Phrases PhoneLabels = Phrases.Of("phone, telephone, tel, mobile, 电话, 手机");
    private static readonly Phrases Consent = Phrases.Of("consent, submit to, accept, 同意, 接受");
    private static readonly Phrases Jurisdiction = Phrases.Of("jurisdiction, 管辖");
    private static readonly Phrases Signature = Phrases.Of("signature, signed, electronically signed, 签名, 签字, 签署");

    public static IEnumerable<Hit> MissingElements(Matter matter)
    {
        var letter = matter.Letter;
        bool Says(Phrases words) => words.In(letter, letter.All);
        bool SaysTogether(Phrases one, Phrases other) => letter.Sentences.Any(s => one.In(letter, s) && other.In(letter, s));

        var namesPlace = letter.Tokens.Any(IsAsin) || letter.Text.Contains("://", StringComparison.Ordinal);
        var hasPhone = Says(PhoneLabels) && letter.Tokens.Where(t => t.IsNumber).Sum(t => t.Text.Length) >= 7;
        var isSigned = Says(Signature) || letter.Text.Contains("/s/", StringComparison.OrdinalIgnoreCase);

        return from element in new[]
               {
                   (Name: "material-and-location", IsThere: Says(Removed) && namesPlace),
                   (Name: "good-faith-under-perjury", IsThere: Says(GoodFaith) && Says(Perjury) && Says(Mistake)),
                   (Name: "name-address-phone", IsThere: Says(NameLabels) && Says(AddressLabels) && hasPhone),
                   (Name: "consent-to-jurisdiction", IsThere: SaysTogether(Consent, Jurisdiction)),
                   (Name: "signature", IsThere: isSigned),
               }
               where !element.IsThere
               select Hit.Absent(("element", element.Name));
    }

    private static bool IsAsin(Token token) => token.Text.Length == 10 && token.Text.StartsWith("b0", StringComparison.Ordinal);
}
