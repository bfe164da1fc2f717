using System.Text.Json;

namespace AgencyPlatform.Domain.Webhooks;

/// <summary>The first thing that was wrong while fields were read.</summary>
internal sealed class Faults
{
    public Refusal? First { get; private set; }

    public void Add(Refusal fault) => First ??= fault;
}

/// <summary>
/// The fields of one JSON object. A field that is not there reads as null, a field of another kind than expected is a fault;
/// reading goes on after a fault, and the reader asks once at the end. The object itself may be missing.
/// </summary>
internal sealed class Fields(JsonElement element, Faults faults, bool ignoreCase)
{
    /// <summary>Longest id, name or code, in UTF-16 units.</summary>
    private const int MostLetters = 256;

    /// <summary>Most items of one list, such as the attributes of a listing.</summary>
    private const int MostItems = 1000;

    public bool Exist => element.ValueKind == JsonValueKind.Object;

    public void Refuse(Refusal fault) => faults.Add(fault);

    /// <summary>The object under the first of these names that is there.</summary>
    public Fields Object(params ReadOnlySpan<string> names)
    {
        var found = Find(names);
        if (found.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined or JsonValueKind.Null)) { Invalid(names[0]); }
        return new Fields(found.ValueKind == JsonValueKind.Object ? found : default, faults, ignoreCase);
    }

    /// <summary>A list of objects; one object that stands alone is a list of one.</summary>
    public IReadOnlyList<Fields> Objects(params ReadOnlySpan<string> names)
    {
        if (Find(names) is { ValueKind: JsonValueKind.Object } alone) { return [new Fields(alone, faults, ignoreCase)]; }
        List<Fields> objects = [];
        foreach (var item in Items(names))
        {
            if (item.ValueKind != JsonValueKind.Object) { Invalid(names[0]); }
            else { objects.Add(new Fields(item, faults, ignoreCase)); }
        }

        return objects;
    }

    /// <summary>One line of at most 256 characters; an empty one counts as missing.</summary>
    public string? Id(params ReadOnlySpan<string> names)
    {
        var text = Text(MostLetters, names);
        if (text is not null && text.AsSpan().ContainsAnyInRange('\0', '\x1f')) { Invalid(names[0]); }
        return text;
    }

    public string RequiredId(string name)
    {
        var id = Id(name);
        if (id is null) { faults.Add(Refusal.Of(RefusalCodes.Webhooks.FieldMissing, ("field", name))); }
        return id ?? "";
    }

    public IReadOnlyList<string> Ids(params ReadOnlySpan<string> names)
    {
        List<string> ids = [];
        foreach (var item in Items(names))
        {
            if (item.ValueKind != JsonValueKind.String || item.GetString() is not { Length: > 0 and <= MostLetters } id) { Invalid(names[0]); }
            else { ids.Add(id); }
        }

        return ids;
    }

    /// <summary>A list that may be empty but must be there.</summary>
    public IReadOnlyList<string> RequiredIds(string name)
    {
        if (FindOne(name).ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) { faults.Add(Refusal.Of(RefusalCodes.Webhooks.FieldMissing, ("field", name))); }
        return Ids(name);
    }

    /// <param name="most">Longest text in UTF-16 units; a longer one is a fault.</param>
    public string? Text(int most, params ReadOnlySpan<string> names)
    {
        var found = Find(names);
        if (found.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) { return null; }
        if (found.ValueKind != JsonValueKind.String)
        {
            Invalid(names[0]);
            return null;
        }

        var text = found.GetString()!;
        if (text.Length > most) { faults.Add(Refusal.Of(RefusalCodes.Webhooks.TextTooLong, ("field", names[0]))); }
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    public DateTimeOffset? Time(params ReadOnlySpan<string> names)
    {
        var text = Id(names);
        if (text is null) { return null; }
        if (WebhookTime.TryRead(text, out var time)) { return time; }
        faults.Add(Refusal.Of(RefusalCodes.Webhooks.TimeInvalid, ("field", names[0])));
        return null;
    }

    /// <summary>A finite number; <c>1e999</c> is JSON, but no number that can be kept.</summary>
    public double? Number(params ReadOnlySpan<string> names)
    {
        var found = Find(names);
        if (found.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) { return null; }
        if (found.ValueKind == JsonValueKind.Number && found.TryGetDouble(out var number) && double.IsFinite(number)) { return number; }
        Invalid(names[0]);
        return null;
    }

    /// <summary>A whole number, zero or more.</summary>
    public int? Count(params ReadOnlySpan<string> names)
    {
        var found = Find(names);
        if (found.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) { return null; }
        if (found.ValueKind == JsonValueKind.Number && found.TryGetInt32(out var count) && count >= 0) { return count; }
        Invalid(names[0]);
        return null;
    }

    private JsonElement.ArrayEnumerator Items(ReadOnlySpan<string> names)
    {
        var found = Find(names);
        if (found.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null) { return default; }
        if (found.ValueKind == JsonValueKind.Array && found.GetArrayLength() <= MostItems) { return found.EnumerateArray(); }
        Invalid(names[0]);
        return default;
    }

    private JsonElement Find(ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (FindOne(name) is { ValueKind: not JsonValueKind.Undefined } found) { return found; }
        }

        return default;
    }

    private JsonElement FindOne(string name)
    {
        if (!Exist) { return default; }
        if (!ignoreCase) { return element.TryGetProperty(name, out var exact) ? exact : default; }
        foreach (var property in element.EnumerateObject())
        {
            if (string.Equals(property.Name, name, StringComparison.OrdinalIgnoreCase)) { return property.Value; }
        }

        return default;
    }

    private void Invalid(string name) => faults.Add(Refusal.Of(RefusalCodes.Webhooks.FieldInvalid, ("field", name)));
}
