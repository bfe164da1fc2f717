using AgencyPlatform.Domain.Letters.Reading;

namespace AgencyPlatform.Domain.Letters.Rules;

/// <summary>POA-L09 (u60). A threat is an intention together with a court, a lawyer or an audience, in one sentence.</summary>
internal static class Threats
{
    private static readonly Phrases Always = Phrases.Of("""
        see you in court, take you to court, sue you, sue amazon, suing amazon, hear from our lawyer*, hear from our attorney*, hear from my lawyer*, hear from my attorney*, legal action against you, legal action against amazon, lawsuit against amazon, lawsuit against you, go to the press, go to the media, go public, expose you, expose amazon
        起诉亚马逊, 起诉你们, 起诉贵公司, 法庭上见, 法庭见, 发律师函, 媒体曝光, 向媒体, 曝光你们, 曝光亚马逊
        verklagen, von unserem anwalt horen, an die presse, an die offentlichkeit
        訴えます, 提訴します, 法的措置を取, 法的手段を取, マスコミに
        demandar a amazon, poursuivre amazon, denunciare amazon
        """);

    private static readonly Phrases Means = Phrases.Of("""
        legal action, legal proceedings, legal steps, lawsuit*, litigation, sue, court, lawyer*, attorney*, solicitor*, arbitration, attorney general, ftc, consumer protection agency
        起诉, 诉讼, 法律途径, 法律手段, 法律武器, 律师, 法院, 仲裁, 消费者协会
        klage, rechtsanwalt*, anwalt*, gericht*, rechtliche schritte, juristische schritte
        弁護士, 訴訟, 裁判, 法的措置, 法的手段
        abogado*, tribunales, demanda judicial, avocat*, tribunal, avvocat*, tribunale
        """);

    private static readonly Phrases Audiences = Phrases.Of("""
        the press, journalist*, newspaper*, news media, the media, social media, twitter, facebook, linkedin, reddit, youtube, tiktok
        媒体, 记者, 社交媒体, 微博, 网上曝光, 抖音, 小红书
        presse, journalist*, soziale medien, sozialen medien
        マスコミ, 報道, 記者, sns
        prensa, periodista*, journaux, giornali
        """);

    private static readonly Phrases Telling = Phrases.Of("contact, inform, go, post, expose, publish, report, write, turn, tell, share, take, 曝光, 公开, 发布, 投诉, 联系, 举报, 爆料, wenden, informier*, veroffentlich*, 公開, 投稿, 通報, contactar, publicar, publier, contacter, contatt*, pubblic*");

    private static readonly Phrases Intentions = Phrases.Of("""
        will, we'll, i'll, shall, going to, forced to, no choice, no other choice, no option, unless, otherwise, reserve the right, intend to, prepared to, ready to, consider, considering, have to
        将, 否则, 不得不, 如果不, 只能, 只好, 保留, 必将, 会, 打算, 准备
        werden, wird, gezwungen, andernfalls, sonst, vorbehalten, behalten uns
        せざるを得, 検討, つもり, 予定, 場合は, します, 取ります
        vamos a, obligados, allons, obliges, contraints, costretti, procederemo
        """);

    private static readonly Phrases Facts = Phrases.Of("has confirmed, have confirmed, confirmed, reviewed, reviews, review, trademark attorney, patent attorney, checks, check, trained, audit*, 审核, 审查, 审阅, 确认, 核查, gepruft, pruft, prufen, bestatigt, 確認");

    public static IEnumerable<Hit> Check(Matter matter)
    {
        if (matter.IsLegalTrack) { yield break; }

        var letter = matter.Letter;
        var isLegalLetter = matter.Draft.Kind is LetterKinds.CounterNotice or LetterKinds.Dispute; // they speak of courts by law (u21)
        foreach (var sentence in letter.Sentences)
        {
            if (Always.First(letter, sentence) is { } plain)
            {
                if (!Words.IsDenied(letter, plain)) { yield return Hit.At(plain); }
                continue;
            }

            if (Intentions.First(letter, sentence) is null) { continue; }

            var means = isLegalLetter ? null : Means.First(letter, sentence);
            var audience = Telling.In(letter, sentence) ? Audiences.First(letter, sentence) : null;
            if ((means ?? audience) is { } found && !IsHarmless(letter, sentence, found)) { yield return Hit.At(found); }
        }
    }

    /// <summary>"Will no longer post on social media" is a promise, and "our lawyer has confirmed" a fact.</summary>
    private static bool IsHarmless(Letter letter, Span sentence, Span found)
    {
        if (Facts.In(letter, sentence)) { return true; }

        var intention = Intentions.Find(letter, sentence).TakeWhile(i => i.Start < found.Start).Select(i => i.End).DefaultIfEmpty(sentence.Start).Last();
        return intention < found.Start && Words.Denials.In(letter, new Span(intention, found.Start));
    }
}
