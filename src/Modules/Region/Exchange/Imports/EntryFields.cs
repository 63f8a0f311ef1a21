using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Modellstadt.Region.Exchange.Imports;

/// <summary>What reading an entry came to.</summary>
/// <param name="Name">What the entry calls itself, as far as it can be shown; empty when it does not.</param>
/// <param name="Result">The entry; null when it is refused.</param>
/// <param name="Refusal">Why it is refused; null when it is not.</param>
internal sealed record ReadEntry(string Name, ForeignResult? Result, EntryRefusal? Refusal);

/// <summary>Takes the fields of an entry, each checked; the first fault is kept and all that follows is empty.</summary>
internal sealed class EntryFields
{
    private const int MostKeywords = 50;

    /// <summary>What is wrong; null as long as nothing is.</summary>
    public EntryRefusal? Refusal { get; private set; }

    /// <summary>A text that has to be there.</summary>
    public string Needed(string field, JsonNode? value, int longest = StrangersText.LongestLine)
    {
        if (Optional(field, value, longest) is { } text)
            return text;
        Refuse(EntryFault.Missing, field);
        return "";
    }

    /// <summary>A text that may be missing.</summary>
    public string? Optional(string field, JsonNode? value, int longest = StrangersText.LongestLine)
    {
        if (value is null)
            return null;
        if (!IsText(value, out var text))
        {
            Refuse(EntryFault.NoText, field);
            return null;
        }

        var (kept, fault) = StrangersText.Read(text, longest);
        if (fault is not null and not EntryFault.Missing)
            Refuse(fault.Value, field);
        return kept;
    }

    /// <summary>An address that has to be there.</summary>
    public string NeededAddress(string field, JsonNode? value)
    {
        if (OptionalAddress(field, value) is { } address)
            return address;
        Refuse(EntryFault.Missing, field);
        return "";
    }

    /// <summary>An address that may be missing.</summary>
    public string? OptionalAddress(string field, JsonNode? value)
    {
        if (value is null)
            return null;
        if (IsText(value, out var text) && StrangersText.ReadAddress(text) is { } address)
            return address;
        Refuse(EntryFault.NoAddress, field);
        return null;
    }

    /// <summary>Some lines, none twice.</summary>
    public IReadOnlyList<string> Lines(string field, IReadOnlyList<JsonNode?> values)
    {
        if (values.Count > MostKeywords)
            Refuse(EntryFault.TooLong, field);
        return [.. values.Take(MostKeywords).Select(value => Optional(field, value)).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Refuses the entry, unless it is refused already.</summary>
    public void Refuse(EntryFault fault, string field) => Refusal ??= new(fault, field);

    /// <summary>A name to show beside a refusal: nothing that was itself refused.</summary>
    public static string NameOf(JsonNode? value) => IsText(value, out var text) ? StrangersText.Read(text, StrangersText.LongestLine).Kept ?? "" : "";

    private static bool IsText(JsonNode? value, [NotNullWhen(true)] out string? text)
    {
        text = null;
        return value is JsonValue single && single.TryGetValue(out text);
    }
}
