using System.Text.Json.Nodes;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.CitizenId.OtherTowns;

/// <summary>What another town's citizen ID says about its holder, as far as this town believes it.</summary>
/// <param name="Person">Whom to look for in this town's register.</param>
/// <param name="Reference">By what that town knows the person.</param>
/// <param name="Level">How sure this town may be.</param>
internal sealed record CardOfOtherTown(IdCard Person, string Reference, AssuranceLevel Level)
{
    /// <summary>The word before a level that proves nothing outside demonstrations.</summary>
    private const string Demo = "demo-";

    private const int LongestReference = 200;

    /// <summary>The claims that the town asks for.</summary>
    public static IReadOnlyList<string> AskedClaims { get; } = [.. IdCard.AskedClaims, "municipality", "assurance_level", CitizenIds.ReferenceClaim];

    /// <summary>Reads the presented claims; refused when they are not what the setting allows this town to believe.</summary>
    /// <param name="claims">What was shown.</param>
    /// <param name="issuer">To whose root the chain led.</param>
    /// <param name="demo">True when this town is a demonstration.</param>
    public static Outcome<CardOfOtherTown> Read(JsonObject claims, AcceptedTown issuer, bool demo)
    {
        if (Text(claims["municipality"] as JsonObject, "ags") != issuer.Ags)
            return new SpeaksForAnotherTown(issuer.Name);
        if (!IdCard.Read(claims).Succeeded(out var person, out var refusal))
            return refusal is IdCardIncomplete ? new CardIncomplete(issuer.Name) : refusal;
        if (Text(claims, CitizenIds.ReferenceClaim) is not { Length: > 0 and <= LongestReference } reference)
            return new CardIncomplete(issuer.Name);
        if (ProofOf(Text(claims, "assurance_level"), demo) is not { } proof)
            return new LevelUnknown(issuer.Name);

        var believed = (AssuranceLevel)Math.Min((int)proof, (int)issuer.HighestLevel);
        return new CardOfOtherTown(person, reference, AssuranceLevels.Of(believed, KeyKeeping.Browser));
    }

    /// <summary>How sure the other town says it was; null when it says nothing that counts here. A real town believes no demonstration.</summary>
    private static AssuranceLevel? ProofOf(string? level, bool demo) =>
        (demo && level?.StartsWith(Demo, StringComparison.Ordinal) is true ? level[Demo.Length..] : level) switch
        {
            "low" => AssuranceLevel.Low,
            "substantial" => AssuranceLevel.Substantial,
            "high" => AssuranceLevel.High,
            _ => null,
        };

    private static string? Text(JsonObject? from, string name) => from?[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
