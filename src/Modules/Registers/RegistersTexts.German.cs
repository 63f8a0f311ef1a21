using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Registers;

/// <summary>The module's words in German.</summary>
internal sealed class GermanRegistersTexts : RegistersTexts
{
    public override RefusalText DemoPersonUnknown => new(
        "Person unbekannt", "Im DEMO-Melderegister hat niemand diesen Schlüssel.", "Die Schlüssel stehen in der Liste der DEMO-Personen; eine Stadt ohne DEMO hat keine.");

    public override RefusalText DemoChangeImpossible => new(
        "Das kann dieser Person nicht geschehen", "Die Änderung passt nicht zu dem, was das DEMO-Register über die Person weiß.",
        "Prüfen Sie Straße und Hausnummer, das Kennzeichen oder den neuen Namen; wer gestorben ist, ändert nichts mehr.");
}
