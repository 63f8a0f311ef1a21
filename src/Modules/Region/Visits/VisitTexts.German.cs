using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Visits;

/// <summary>Deutsch.</summary>
internal sealed class GermanVisitTexts : VisitTexts
{
    public override string Purpose => "DEMO: einen erfundenen Parkausweis beantragen. Es geht um nichts Echtes.";

    public override string Office => "Besuche";
    public override string OfficeLead => "Gäste scannen am Großbildschirm einen Code, bekommen eine DEMO-Bürger-ID und einen DEMO-Parkausweis in die Wallet, und der Bildschirm zeigt jeden Schritt. Am Ende des Tages ist alles gelöscht.";
    public override string Name => "Name des Besuchs";
    public override string NameHint => "Steht auf dem Bildschirm und in den DEMO-Karten. Nennen Sie keine Personen.";
    public override string Places => "Höchstzahl der Gäste";
    public override string PlacesHint => "1 bis 60";
    public override string Lasts => "Dauer";
    public override string UntilMidnight => "bis zum Ende des Tages";
    public override string Start => "Besuch beginnen";
    public override string Running => "Besuche von heute";
    public override string None => "Gerade läuft kein Besuch.";
    public override string OpenScreen => "Großbildschirm öffnen";
    public override string OpenScreenHint => "Wer diese Adresse kennt, sieht den Code und wie weit die Gäste sind. Geben Sie sie nicht weiter.";
    public override string End => "Jetzt beenden";
    public override string EndHint => "Alle DEMO-Karten der Gäste werden ungültig, alle Daten gelöscht.";
    public override string Ended => "Der Besuch ist beendet";
    public override string EndedHint => "Die DEMO-Karten sind ungültig, die Daten gelöscht.";
    public override string StartNew => "Neuer Besuch";

    public override string Door => "Mitmachen beim Besuch";
    public override string DoorLead => "Geben Sie den Code ein, der auf dem Bildschirm steht.";
    public override string Code => "Code";
    public override string CodeHint => "zum Beispiel G3K7-QM2P";
    public override string CodeGo => "Weiter";
    public override string WhatHappens => "Ihr Handy bekommt eine erfundene DEMO-Bürger-ID. Damit beantragen Sie einen DEMO-Parkausweis, genau so, wie es Bürgerinnen und Bürger tun.";
    public override string NoData => "Sie geben nichts über sich an. Auf dem Bildschirm stehen Sie mit einem erfundenen Namen. Am Ende des Tages ist alles gelöscht.";
    public override string Join => "Mitmachen";

    public override string IdWaits => "Ihre DEMO-Bürger-ID liegt bereit.";
    public override string TakeId => "DEMO-Bürger-ID in die Wallet holen";
    public override string IdArrived => "Die DEMO-Bürger-ID ist in Ihrer Wallet. Beantragen Sie damit den DEMO-Parkausweis.";
    public override string Apply => "DEMO-Parkausweis beantragen";
    public override string AppliedWords => "Ihr Antrag ist da. Der DEMO-Parkausweis liegt bereit.";
    public override string TakePermit => "DEMO-Parkausweis in die Wallet holen";
    public override string PermitArrived => "Fertig: Beide DEMO-Karten sind in Ihrer Wallet. Heute um Mitternacht gelten sie nicht mehr, bei einem früheren Ende des Besuchs ebenso.";
    public override string OpenWallet => "Wallet öffnen";
    public override string HowFar => "So weit sind Sie";

    public override string Scan => "Mit dem Handy scannen";
    public override string OrType => "oder";
    public override string QrLabel => "QR-Code zum Mitmachen; die Adresse daneben führt an dieselbe Stelle";
    public override string Guests => "Wie weit die Gäste sind";
    public override string NobodyYet => "Noch ist niemand da.";

    public override RefusalText NoSuchVisit => new("Kein Besuch mit diesem Code", "Der Code ist keiner, oder der Besuch ist zu Ende.", "Scannen Sie den Code auf dem Bildschirm noch einmal.");
    public override RefusalText NoSuchGuest => new("Hier geht es nicht weiter", "Der Besuch ist zu Ende, oder ein anderer Browser hat mitgemacht.", "Scannen Sie den Code auf dem Bildschirm noch einmal.");
    public override RefusalText CardOfAnotherGuest => new("Das war eine andere DEMO-Bürger-ID", "Gezeigt wurde die DEMO-Bürger-ID eines anderen Gastes oder eines anderen Besuchs.", "Beantragen Sie noch einmal und wählen Sie in der Wallet die Karte dieses Besuchs.");
    public override RefusalText VisitUnreadable => new("Der Besuch wurde nicht begonnen", "Der Name fehlt oder ist zu lang, oder die Zahl der Gäste liegt nicht zwischen 1 und 60.", "Gehen Sie zurück und berichtigen Sie das Formular.");
    public override RefusalText NoSuchScreen => new("Dieser Bildschirm zeigt nichts mehr", "Der Besuch ist zu Ende und alles gelöscht, oder die Adresse stimmt nicht.", "Öffnen Sie den Großbildschirm aus dem Büro oder das Schaufenster.");

    public override RefusalText VisitFull(int places) => new("Alle Plätze sind vergeben", $"Bei diesem Besuch können {places} Gäste mitmachen, und so viele sind schon da.", "Schauen Sie bei jemandem zu, oder fragen Sie die Stadt nach einem zweiten Besuch.");

    public override string Hours(int count) => count == 1 ? "1 Stunde" : $"{count} Stunden";

    public override string GuestsOf(int guests, int places) => $"{guests} von {places} Gästen";

    public override string EndsAt(string time) => $"endet {time}";

    public override string Welcome(string visit) => $"Willkommen: {visit}";

    public override string YouAre(string name) => $"Sie sind: {name}";

    public override string NameOf(GuestStep step) => step switch
    {
        GuestStep.Scanned => "Code gescannt",
        GuestStep.HasId => "DEMO-Bürger-ID in der Wallet",
        GuestStep.Applied => "Antrag gestellt",
        _ => "DEMO-Parkausweis in der Wallet",
    };

    public override string ShortNameOf(GuestStep step) => step switch
    {
        GuestStep.Scanned => "Gescannt",
        GuestStep.HasId => "Bürger-ID",
        GuestStep.Applied => "Antrag",
        _ => "Ausweis",
    };

    public override string Earlier(int guests) => guests == 1 ? "und 1 Gast vorher" : $"und {guests} Gäste vorher";
}
