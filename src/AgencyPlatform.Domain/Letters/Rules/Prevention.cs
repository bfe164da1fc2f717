using AgencyPlatform.Domain.Letters.Reading;

namespace AgencyPlatform.Domain.Letters.Rules;

/// <summary>POA-L33 (u107): a step without somebody who does it and a time at which it is done cannot be shown to work.</summary>
internal static class Prevention
{
    private const int ShortestStep = 5;

    public static IEnumerable<Hit> WithoutOwnerOrDate(Matter matter)
    {
        var letter = matter.Letter;
        foreach (var body in matter.Sections.Of(Part.Prevention))
        {
            var (announcedOwner, announcedTime) = (false, false);
            foreach (var step in Steps(letter, body))
            {
                var hasOwner = Words.Roles.In(letter, step);
                var hasTime = Words.Times.In(letter, step) || Dates.In(letter, step);
                if (letter.Text[step.End - 1] is ':' or '：') { (announcedOwner, announcedTime) = (hasOwner, hasTime); continue; } // "Every week our manager:" speaks for its list
                (hasOwner, hasTime) = (hasOwner || announcedOwner, hasTime || announcedTime);
                if (letter.CountTokens(step) < ShortestStep || (hasOwner && hasTime)) { continue; }

                yield return Hit.At(step, ("missing", (hasOwner, hasTime) switch { (true, _) => "time", (_, true) => "owner", _ => "owner and time" }));
            }
        }
    }

    private static IEnumerable<Span> Steps(Letter letter, Span body)
    {
        var isList = false;
        foreach (var block in letter.BlocksIn(body))
        {
            var step = block.Span.Clip(body);
            while (step.Start < step.End && char.IsWhiteSpace(letter.Text[step.Start])) { step = step with { Start = step.Start + 1 }; }
            if (step.Length == 0) { continue; }
            if (Sections.IsClosing(letter, block)) { yield break; }
            isList |= block.IsItem;
            if (isList && !block.IsItem && block.StartsParagraph && letter.Text[step.End - 1] is not (':' or '：')) { continue; } // a paragraph after a list takes leave

            yield return step;
        }
    }
}
