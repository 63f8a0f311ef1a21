namespace Modellstadt.Parking.RegisterEvents;

/// <summary>The words in German.</summary>
internal sealed class GermanRegisterEventTexts : RegisterEventTexts
{
    public override string Subject => "Ihr Bewohnerparkausweis hat sich geändert";
    public override string Link => "Mein Ausweis";

    public override string Say(HolderNews news) => news switch
    {
        HolderNews.Ended => "Ihr Bewohnerparkausweis ist zu Ende: Nach den Registern der Stadt liegen seine Voraussetzungen nicht mehr vor.",
        HolderNews.PlateGone => "Ein Kennzeichen steht nicht mehr auf Ihrem Bewohnerparkausweis: Nach dem Fahrzeugregister ist das Fahrzeug nicht mehr Ihres.",
        _ => "Nach dem Melderegister wohnen Sie jetzt in einem anderen Bewohnerparkgebiet. Ihr Ausweis gilt noch für das alte.",
    };

    public override string Next(HolderNews news) => news switch
    {
        HolderNews.Ended => "Den Bescheid finden Sie unter „Mein Ausweis“. Was für ungenutzte Monate bezahlt ist, kommt nach der Gebührenordnung zurück. Stimmt das Register nicht, wenden Sie sich bitte an das Amt.",
        HolderNews.PlateGone => "Die anderen Kennzeichen gelten weiter. Die neue Karte holen Sie unter „Mein Ausweis“ in Ihre Wallet.",
        _ => "Unter „Mein Ausweis“ wechseln Sie mit einem Klick in das neue Gebiet. Antworten Sie nicht, meldet sich das Amt bei Ihnen.",
    };
}
