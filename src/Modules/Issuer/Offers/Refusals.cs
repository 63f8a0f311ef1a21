using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Issuer.Offers;

/// <summary>The offer was fetched, has ended or never was: a stranger does not learn which.</summary>
internal sealed record OfferGone() : Refusal("urn:modellstadt:issuer:offer-gone", 404)
{
    public override RefusalText In(Language language) => language is Language.German
        ? new("Dieses Angebot gibt es nicht mehr", "Der Ausweis wurde schon abgeholt, oder das Angebot ist abgelaufen.", "Öffnen Sie die Seite noch einmal, auf der Sie den Code gesehen haben: dort steht ein neuer.")
        : new("This offer is no longer there", "The card has been fetched already, or the offer has ended.", "Open the page where you saw the code once more: it shows a new one.");
}
