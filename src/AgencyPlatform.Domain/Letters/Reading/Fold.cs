using System.Globalization;
using System.Text;

namespace AgencyPlatform.Domain.Letters.Reading;

/// <summary>
/// Makes spellings equal, one UTF-16 unit at a time so that positions survive: case, full width, accents, curly
/// apostrophes, and the Traditional Chinese characters that occur in our word lists.
/// </summary>
internal static class Fold
{
    private const string Traditional = "們賬號個沒與為這來對時間關發買賣貨單價實際確認證據圖書請說歡經過並從後預動員責項負產質檢測報導應採購規則將會創頁寫給無論傳媒體讓養計劃絕運導處訴訟師辦樣題標識權誤誰錯騙惡競爭類額顧閉復訓練";
    private const string Simplified = "们账号个没与为这来对时间关发买卖货单价实际确认证据图书请说欢经过并从后预动员责项负产质检测报导应采购规则将会创页写给无论传媒体让养计划绝运导处诉讼师办样题标识权误谁错骗恶竞争类额顾闭复训练";

    private static readonly char[] Latin = [.. Enumerable.Range(0, 0x250).Select(i => FoldLatin((char)i))];
    private static readonly Dictionary<char, char> Chinese = Pairs();

    /// <summary>The folded unit, or <c>'\0'</c> for one that only decorates its neighbour.</summary>
    public static char Char(char c) => c switch
    {
        < '\u0250' => Latin[c],
        '\u2018' or '\u2019' or '\u02BC' => '\'',
        >= '\u0300' and <= '\u036F' or '\u200B' or '\u200C' or '\u200D' or '\uFEFF' => '\0',
        >= '\uFF01' and <= '\uFF5E' => Latin[c - 0xFEE0],
        '\u3000' => ' ',
        _ => Chinese.TryGetValue(c, out var simple) ? simple : char.ToLowerInvariant(c),
    };

    /// <summary>Han and kana: scripts without spaces, where every character counts as a word.</summary>
    public static bool IsCjk(char c) => c is (>= '\u3400' and <= '\u9FFF') or (>= '\u3040' and <= '\u30FF') or '\u3005' or (>= '\uF900' and <= '\uFAFF') or (>= '\u31F0' and <= '\u31FF');

    public static bool IsKana(char c) => c is >= '\u3041' and <= '\u30FF';

    private static char FoldLatin(char c)
    {
        if (c < 0x80) { return char.ToLowerInvariant(c); }

        var apart = c.ToString().Normalize(NormalizationForm.FormD);
        return CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.OtherPunctuation ? c : char.ToLowerInvariant(apart[0]);
    }

    private static Dictionary<char, char> Pairs()
    {
        var pairs = new Dictionary<char, char>();
        for (var i = 0; i < Traditional.Length; i++) { pairs[Traditional[i]] = Simplified[i]; }

        return pairs;
    }
}
