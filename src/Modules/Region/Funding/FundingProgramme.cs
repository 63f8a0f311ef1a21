using System.Text.Json;
using System.Text.Json.Serialization;

namespace Modellstadt.Region.Funding;

/// <summary>A programme that grants.</summary>
/// <param name="Id">Its name in addresses and rows.</param>
/// <param name="Name">As it calls itself.</param>
/// <param name="Level">Whose money it is.</param>
/// <param name="Rates">The usual highest rates by kind of recipient; empty when none was found.</param>
/// <param name="Source">Where all this stands.</param>
/// <param name="Confidence">How sure the collection is.</param>
internal sealed record FundingProgramme(string Id, string Name, FundingLevel Level, IReadOnlyDictionary<RecipientKind, int> Rates, string Source, string Confidence)
{
    /// <summary>What it has to give; null when no source says so.</summary>
    public ProgrammeSum? Sum { get; init; }

    /// <summary>True when a rate is above the usual one. Notices do that: it is shown, not refused.</summary>
    public bool IsExceededBy(RecipientKind kind, FundingRate rate) => Rates.TryGetValue(kind, out var usual) && rate.BasisPoints > usual;
}

/// <summary>What a programme has to give.</summary>
/// <param name="Cents">Euro cents.</param>
/// <param name="Rounded">True when its source rounds.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Confidence">How far it can be relied on.</param>
internal sealed record ProgrammeSum(long Cents, bool Rounded, string Source, Projects.Confidence Confidence);

/// <summary>Whose money a programme grants.</summary>
internal enum FundingLevel
{
    /// <summary>Of the state (Land).</summary>
    State,

    /// <summary>Of the federation (Bund).</summary>
    Federal,

    /// <summary>Of the European Union.</summary>
    Eu,
}

/// <summary>The programmes, and when a proof of use is usually due: <c>modellregion/funding.json</c> among the facts. A town adds the programmes it is funded by.</summary>
/// <param name="AsOf">Day of the collection.</param>
/// <param name="UsualProof">What a new notice proposes as terms of its proof of use; null when nothing is known.</param>
/// <param name="Programmes">The programmes.</param>
internal sealed record FundingProgrammes(DateOnly AsOf, ProofTerms? UsualProof, IReadOnlyList<FundingProgramme> Programmes)
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    /// <summary>Reads the file; without one there is no programme.</summary>
    /// <param name="directory">The folder with the facts.</param>
    /// <exception cref="InvalidDataException">The file is empty, names a programme twice, or states a rate that is none.</exception>
    public static FundingProgrammes Read(string directory)
    {
        var path = Path.Combine(directory, "modellregion", "funding.json");
        if (!File.Exists(path))
            return new FundingProgrammes(default, null, []);

        using var stream = File.OpenRead(path);
        var file = JsonSerializer.Deserialize<FundingProgrammes>(stream, Format) ?? throw new InvalidDataException($"{path} is empty.");
        if (file.Programmes.DistinctBy(programme => programme.Id).Count() != file.Programmes.Count)
            throw new InvalidDataException($"{path} names a programme twice.");
        return file.Programmes.SelectMany(programme => programme.Rates.Values).All(rate => rate is > 0 and <= FundingRate.Whole) ? file : throw new InvalidDataException($"{path} states a rate that is none.");
    }

    /// <summary>A programme; null when there is none of this name.</summary>
    public FundingProgramme? Find(string id) => Programmes.SingleOrDefault(programme => programme.Id == id);
}
