using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Exchange.Imports;

/// <summary>What an imported entry is.</summary>
internal enum ForeignKind
{
    /// <summary>From a <c>publiccode.yml</c>.</summary>
    Software,

    /// <summary>From a DCAT catalogue.</summary>
    Dataset,
}

/// <summary>
/// Something that others have made, as a catalogue describes it: no project of the register, and nobody here answers for it. What the catalogue does
/// not say is null.
/// </summary>
internal sealed record ForeignResult
{
    private const int IdBytes = 10;

    public required ForeignKind Kind { get; init; }

    /// <summary>Its address, by which it is known again: of software the place of its source, of a data set its <c>@id</c>.</summary>
    public required string Identifier { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    /// <summary>Under which licence it may be taken over, as the catalogue writes it.</summary>
    public string? Licence { get; init; }

    /// <summary>A page about it.</summary>
    public string? Page { get; init; }

    public string? Publisher { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>How far it is, in the word of the catalogue.</summary>
    public string? Status { get; init; }

    /// <summary>Where the catalogue was found.</summary>
    public required string Source { get; init; }

    /// <summary>True when it was fetched there by us; false when somebody brought it and said so.</summary>
    public required bool Fetched { get; init; }

    /// <summary>Why it was taken out again; null while it stands.</summary>
    public string? Removed { get; init; }

    /// <summary>Its name in addresses, which follows from its identifier.</summary>
    [JsonIgnore]
    public string Id => "f-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Identifier)).AsSpan(0, IdBytes));

    /// <summary>Scheme, host and port of the source: who says it.</summary>
    [JsonIgnore]
    public string Origin => new Uri(Source).GetLeftPart(UriPartial.Authority);

    /// <summary>True when the source lies where the entry itself lies.</summary>
    [JsonIgnore]
    public bool IsOwnWord => new Uri(Identifier).GetLeftPart(UriPartial.Authority) == Origin;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static ForeignResult Read(string json) => JsonSerializer.Deserialize<ForeignResult>(json, StoredJson.Format)!;

    /// <summary>The result as JSON.</summary>
    public string Write() => JsonSerializer.Serialize(this, StoredJson.Format);
}
