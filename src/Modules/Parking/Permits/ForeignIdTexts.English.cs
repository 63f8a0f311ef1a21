using Modellstadt.Accounts;

namespace Modellstadt.Parking.Permits;

/// <summary>What clerks read in English about the citizen ID of another town.</summary>
internal sealed class EnglishForeignIdTexts : ForeignIdTexts
{
    public override string Title => "Citizen ID of another town";

    protected override string Level(AssuranceLevel level) => level is AssuranceLevel.Low ? "level of assurance low" : "level of assurance substantial";

    protected override string ShowedCard(string card) => $"showed the citizen ID of another town: {card}";
}
