using Modellstadt.Accounts;

namespace Modellstadt.Parking.Permits;

/// <summary>Was die Sachbearbeitung über die Bürger-ID einer anderen Stadt liest.</summary>
internal sealed class GermanForeignIdTexts : ForeignIdTexts
{
    public override string Title => "Bürger-ID einer anderen Stadt";

    protected override string Level(AssuranceLevel level) => level is AssuranceLevel.Low ? "Vertrauensniveau niedrig" : "Vertrauensniveau substanziell";

    protected override string ShowedCard(string card) => $"hat die Bürger-ID einer anderen Stadt gezeigt: {card}";
}
