using System.Text.Json;
using System.Text.Unicode;

namespace AgencyPlatform.Domain.Webhooks;

/// <summary>
/// What any body must be before its fields are read: not too long, UTF-8, JSON, not too deep, no name twice in one object, and only texts
/// that a database can keep. Two readers may see two values in one name given twice; so nobody gets to see either.
/// </summary>
internal static class JsonText
{
    /// <summary>Longest body in bytes. Amazon's queues carry no more, and a grain reads on its one thread.</summary>
    internal const int MostBytes = 256 * 1024;

    private const int MostDepth = 32;

    /// <summary>Above this many names the set is made anew, because emptying a large set for every small object adds up.</summary>
    private const int ReusedNames = 32;

    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>The fields of the body's root, read by <paramref name="read"/>, or what is wrong with it.</summary>
    /// <param name="ignoreCase">True where the sender writes one name in several casings.</param>
    public static Reading<T> Read<T>(ReadOnlyMemory<byte> body, bool ignoreCase, Func<Fields, T?> read)
        where T : class
    {
        if (body.Length > MostBytes) { return Reading<T>.Unreadable(Refusal.Of(RefusalCodes.Webhooks.TooLong)); }
        if (body.Span.StartsWith(ByteOrderMark)) { body = body[ByteOrderMark.Length..]; }
        if (Fault(body.Span, ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal) is { } fault) { return Reading<T>.Unreadable(Refusal.Of(fault)); }

        using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = MostDepth + 1 });
        var faults = new Faults();
        var value = read(new Fields(document.RootElement, faults, ignoreCase));
        return faults.First is { } first ? Reading<T>.Unreadable(first) : Reading<T>.Of(value!);
    }

    private static string? Fault(ReadOnlySpan<byte> body, StringComparer names)
    {
        if (!Utf8.IsValid(body)) { return RefusalCodes.Webhooks.NotJson; }
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MostDepth + 1 });
        var open = new HashSet<string>[MostDepth + 1];
        try
        {
            while (reader.Read())
            {
                if (Fault(ref reader, open, names) is { } fault) { return fault; }
            }
        }
        catch (JsonException)
        {
            return RefusalCodes.Webhooks.NotJson;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, written as an escape.
            return RefusalCodes.Webhooks.TextInvalid;
        }

        return null;
    }

    private static string? Fault(ref Utf8JsonReader reader, HashSet<string>[] open, StringComparer names)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth >= MostDepth:
                return RefusalCodes.Webhooks.TooDeep;
            case JsonTokenType.StartObject:
                open[reader.CurrentDepth] = Emptied(open[reader.CurrentDepth], names);
                return null;
            case JsonTokenType.PropertyName:
                var name = reader.GetString()!;
                return name.Contains('\0', StringComparison.Ordinal) ? RefusalCodes.Webhooks.TextInvalid
                    : open[reader.CurrentDepth - 1].Add(name) ? null
                    : RefusalCodes.Webhooks.DuplicateKey;
            case JsonTokenType.String when reader.ValueIsEscaped:
                return reader.GetString()!.Contains('\0', StringComparison.Ordinal) ? RefusalCodes.Webhooks.TextInvalid : null;
            default:
                return null;
        }
    }

    private static HashSet<string> Emptied(HashSet<string>? names, StringComparer comparer)
    {
        if (names is null || names.Count > ReusedNames) { return new HashSet<string>(comparer); }
        names.Clear();
        return names;
    }
}
