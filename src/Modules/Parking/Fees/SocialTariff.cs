using System.Text.Json.Serialization;

namespace Modellstadt.Parking.Fees;

/// <summary>A reduced fee for some people.</summary>
/// <param name="Name">What it is called, for example <c>Sozialpass</c>.</param>
/// <param name="Percent">What they pay of the full fee, more than 0 and less than 100.</param>
/// <param name="LegalNote">The law that allows it, in the town's words; without it the tariff is refused.</param>
internal sealed record SocialTariff(string Name, decimal Percent, string? LegalNote)
{
    /// <summary>Why a tariff without a legal note is refused.</summary>
    public const string WhyUnlawful =
        "a social tariff needs a share between 0 and 100 percent and a legal note, since StVG § 6a Abs. 5a allows fees by the value of the parking space only and social grounds do not carry them (BVerwG, 13.06.2023, 9 CN 2.22).";

    private const int ShortestNote = 10;

    /// <summary>True when it names the law that allows it, and a share that is one.</summary>
    [JsonIgnore]
    public bool IsLawful => Percent is > 0 and < 100 && LegalNote?.Trim().Length >= ShortestNote;
}
