using AgencyPlatform.Domain.Letters.Reading;

namespace AgencyPlatform.Domain.Letters.Rules;

/// <summary>Word lists that several rules share.</summary>
internal static class Words
{
    /// <summary>People with a function, and the groups they work in.</summary>
    public static readonly Phrases Roles = Phrases.Of("""
        manager*, head, lead, leader*, supervisor*, director*, owner, officer*, coordinator*, specialist*, assistant*, clerk*, purchaser*, buyer, staff, team, teams, department*, employee*, responsible, founder*, ceo, coo, operator*, agent, controller*, inspector*, planner*, technician*, accountant*, engineer*, consultant*
        经理, 主管, 负责人, 专员, 组长, 总监, 店长, 团队, 部门, 部, 负责, 质检员, 采购员, 仓库员, 仓管, 运营, 客服, 同事, 员工, 人员, 工程师, 法人
        leiter*, verantwortlich*, mitarbeiter*, abteilung*, geschaftsfuhr*, inhaber*, beauftragt*, lagerleit*, einkaufsleit*, teamleit*, versandleit*, qualitatsleit*, betriebsleit*, einkauf, buchhaltung
        責任者, 担当, 店長, 部長, 課長, 主任, スタッフ, チーム, 部門, マネージャー
        responsable*, encargad*, equipo, equipe, gerente*, direct*, responsabile*, addett*
        """);

    /// <summary>When or how often.</summary>
    public static readonly Phrases Times = Phrases.Of("""
        daily, weekly, biweekly, monthly, quarterly, yearly, annually, hourly, every, each, per day, per week, per month, once a, twice a, before any, before a, after any, after a, whenever, as soon as, upon, before listing, before dispatch, before shipping, before shipment, within, days, hours, weeks, weekday, monday*, tuesday*, wednesday*, thursday*, friday*, saturday*, sunday*, since, by the end
        每, 之前, 以前, 小时内, 天内, 日内, 逐一, 逐单, 逐件, 起, 周一, 周二, 周三, 周四, 周五
        taglich*, wochentlich*, monatlich*, vierteljahrlich*, quartal*, jede*, vor dem versand, innerhalb, montag*, dienstag*, mittwoch*, donnerstag*, freitag*, seit
        毎, ごと, 都度, 以内, 週に, 月に, 月曜, 前に
        diari*, semanal*, mensual*, cada, dentro de, chaque, quotidien*, hebdomadaire*, mensuel*, ogni, settimanal*, mensil*
        """);

    /// <summary>We say that the fault was ours.</summary>
    public static readonly Phrases Ownership = Phrases.Of("""
        we failed, we did not check, we did not verify, we did not inspect, we didn't check, we should have, we had not, our own, our process, our procedure*, our checklist, our mistake, our error, our responsibility, our fault, our oversight, our failure, we overlooked, we missed, we neglected, we relied, we used, our warehouse, our team, our listing, our employee*, our staff, lacked, we had no, we shipped, we sent, we take responsibility, we accept
        我们没有, 我们未, 我们的错, 我们的失误, 我们的疏忽, 我们的责任, 我们的流程, 我们的仓库, 我们应该, 我方, 未能, 疏忽, 我司, 失误在我们, 缺少, 没有核对, 没有检查
        wir haben nicht, unser fehler, unser versaumnis, unser prozess, unsere prozesse, wir hatten, unser lager, in unserem, versaumt*, ubersehen
        弊社, 当社, 当店, 怠っ, 確認不足, 不備
        no verificamos, nuestro error, nous n'avons pas, notre erreur, non abbiamo, nostro errore
        """);

    /// <summary>Somebody denies; a threat or a blame in the same breath is then not one.</summary>
    public static readonly Phrases Denials = Phrases.Of("""
        not, no, never, none, without, don't, didn't, doesn't, won't, isn't, wasn't, cannot, no longer, nobody, neither, nor, stop, stopped, avoid
        不, 没, 未, 无, 非, 从未, 停止, 禁止, 不再
        nicht, kein*, nie, niemals, ohne
        ない, ません, せず
        """);

    /// <summary>True when a denial stands in the few words before <paramref name="span"/>, in the same sentence.</summary>
    public static bool IsDenied(Letter letter, Span span, int reach = 5)
    {
        var sentence = letter.SentenceAround(span);
        var first = letter.FirstTokenFrom(span.Start);
        var from = Math.Max(sentence.Start, letter.Tokens[Math.Max(0, first - reach)].Start);
        return from < span.Start && Denials.In(letter, new Span(from, span.Start));
    }

    /// <summary>Order numbers, three-seven-seven digits.</summary>
    public static IEnumerable<Span> OrderIds(Letter letter, Span span)
    {
        var tokens = letter.Tokens;
        for (var i = letter.FirstTokenFrom(span.Start); i + 2 < tokens.Count && tokens[i + 2].End <= span.End; i++)
        {
            if (IsDigits(tokens[i], 3) && IsDigits(tokens[i + 1], 7) && IsDigits(tokens[i + 2], 7)) { yield return new Span(tokens[i].Start, tokens[i + 2].End); }
        }
    }

    private static bool IsDigits(Token token, int length) => token.Text.Length == length && token.IsNumber;
}
