using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Parking.RegisterEvents;

/// <summary>Deutsch.</summary>
internal sealed class GermanEventTexts : EventTexts
{
    public override string Leave => "Ausweis bestehen lassen";
    public override string LeaveReason => "Warum er bestehen bleibt";
    public override string LeaveHint => "Der Grund steht in der Entscheidung. Die Person wird nicht angeschrieben, denn für sie ändert sich nichts.";

    public override RefusalText EventAwaitsRelease { get; } = new(
        "Registermeldung: Folge für einen Ausweis", "Ein Register hat gemeldet, dass eine Voraussetzung des Ausweises entfallen ist. Ohne Rechtsgrundlage entscheidet kein Programm allein.",
        "Geben Sie die vorbereitete Folge frei, oder lassen Sie den Ausweis bestehen.");

    public override RefusalText VehicleLeft { get; } = new(
        "Registermeldung: Fahrzeug abgemeldet oder abgegeben", "Die Stadt hat nicht festgelegt, ob der Ausweis damit endet.", "Entscheiden Sie, ob der Ausweis endet oder bestehen bleibt.");

    public override RefusalText EventSetAside(string reason) => new("Der Ausweis bleibt bestehen", $"Grund: „{reason}“.", "Es ändert sich nichts.");

    protected override string Ends(string reason, string money) => $"Der Ausweis endet: {reason}. Erstattung: {money}.";
    protected override string Keeps(string plates) => $"Ein Fahrzeug ist nicht mehr zugelassen. Auf dem Ausweis bleibt: {plates}.";
    protected override string Reason(EndReason reason) => reason switch
    {
        EndReason.Died => "Todesfall (Melderegister)",
        EndReason.MovedAway => "weggezogen (Melderegister)",
        EndReason.LeftZone => "in kein Bewohnerparkgebiet umgezogen (Melderegister)",
        _ => "Fahrzeug abgemeldet oder abgegeben (Fahrzeugregister)",
    };
}
