using Modellstadt.Kernel.Outcomes;
using Modellstadt.Registers;

namespace Modellstadt.CitizenId;

/// <summary>Die Wörter des Moduls auf Deutsch.</summary>
internal sealed class GermanCitizenIdTexts : CitizenIdTexts
{
    public override string Title => "Bürger-ID holen";
    public override string Lead => "Mit der Bürger-ID zeigen Sie der Stadt, wer Sie sind und wo Sie wohnen – ohne Formular und ohne Nachweise.";
    public override string StepIdCard => "Sie zeigen Ihren Ausweis aus der Wallet: Name, Geburtsdatum und Anschrift.";
    public override string StepRegister => "Die Stadt sieht im Melderegister nach, wo Sie wohnen.";
    public override string StepWallet => "Die Bürger-ID kommt in Ihre Wallet. Nur Sie können sie zeigen.";
    public override string Get => "Bürger-ID holen";
    public override string NoIdCardYet => "Noch kein Ausweis in der Wallet?";
    public override string ToDemoIdCard => "DEMO-Ausweis holen";
    public override string PurposeOfOwn(string credential) => $"Die Stadt prüft ihren eigenen Nachweis „{credential}“.";

    public override string Purpose => "Die Stadt sucht Sie im Melderegister und stellt Ihnen danach die Bürger-ID aus.";

    public override string AskedTitle => "Zeigen Sie Ihren Ausweis";
    public override string AskedWords => "Scannen Sie den Code mit Ihrer Wallet oder tippen Sie ihn ein. Er gilt 2 Minuten. Diese Seite geht von allein weiter.";
    public override string AskedQr => "QR-Code: Ausweis mit der Wallet zeigen";
    public override string OfferedTitle => "Ihre Bürger-ID ist bereit";
    public override string OfferedWords => "Scannen Sie den Code mit Ihrer Wallet, um die Bürger-ID abzuholen. Er gilt 10 Minuten, danach kommt ein neuer.";
    public override string OfferedQr => "QR-Code: Bürger-ID mit der Wallet abholen";
    public override string AddressDiffers => "Auf Ihrem Ausweis steht eine andere Anschrift als im Melderegister. In der Bürger-ID steht die aus dem Melderegister.";
    public override string LookingTitle => "Das Melderegister antwortet gerade nicht";
    public override string LookingWords => "Ihr Antrag ist gespeichert, nichts geht verloren. Sobald das Register wieder antwortet, geht es hier von allein weiter. Sie können die Seite auch später noch einmal öffnen.";
    public override string RedeemedTitle => "Ihre Bürger-ID ist in der Wallet";
    public override string RedeemedWords => "Damit können Sie jetzt zum Beispiel den Bewohnerparkausweis beantragen.";
    public override string ToPermit => "Bewohnerparkausweis beantragen";
    public override string StartAgain => "Noch einmal beginnen";

    public override string DemoTitle => "DEMO-Ausweisstelle";
    public override string DemoLead => "Hier bekommen erfundene Personen einen erfundenen Ausweis. Er beweist nichts und gilt nur in dieser DEMO.";
    public override string DemoAnybody => "Zufällige berechtigte Person";
    public override string DemoChoose => "Oder eine bestimmte Person";
    public override string DemoSearch => "Name oder Straße";
    public override string DemoSearchHint => "Zum Beispiel Çelik oder Georgstraße. Ohne Eingabe sehen Sie zu jeder Geschichte einige Personen.";
    public override string DemoSearchButton => "Suchen";
    public override string DemoNobody => "Dazu gibt es keine erfundene Person. Versuchen Sie einen anderen Namen oder eine andere Straße.";
    public override string DemoTake => "Ausweis holen";
    public override string DemoOfferTitle => "Der DEMO-Ausweis ist bereit";
    public override string DemoOfferQr => "QR-Code: DEMO-Ausweis mit der Wallet abholen";
    public override string DemoRedeemedTitle => "Der DEMO-Ausweis ist in der Wallet";
    public override string DemoRedeemedWords => "Als Nächstes können Sie damit die Bürger-ID holen.";

    public override RefusalText ReferenceUnknown { get; } = new(
        "Diese Bürger-ID kennen wir nicht",
        "Die Stadt hat die Kennung in Ihrer Bürger-ID nicht vergeben, oder sie gilt nicht mehr.",
        "Holen Sie sich eine neue Bürger-ID und versuchen Sie es dann noch einmal.");

    public override RefusalText RequestUnknown { get; } = new(
        "Diesen Vorgang gibt es hier nicht",
        "Der Vorgang wurde in einem anderen Browser begonnen, oder er ist schon gelöscht.",
        "Öffnen Sie die Seite in dem Browser, in dem Sie begonnen haben, oder beginnen Sie noch einmal.");

    public override RefusalText CodeExpired { get; } = new(
        "Der Code ist abgelaufen",
        "Innerhalb von 2 Minuten hat keine Wallet geantwortet.",
        "Beginnen Sie noch einmal, dann bekommen Sie einen neuen Code.");

    public override RefusalText IdCardIncomplete { get; } = new(
        "Auf dem Ausweis fehlt etwas",
        "Wir brauchen Vornamen, Familiennamen, Geburtsdatum und Anschrift. Mindestens eine dieser Angaben fehlt oder ist nicht lesbar.",
        "Zeigen Sie einen vollständigen Ausweis, oder kommen Sie mit Ihrem Ausweis ins Bürgercenter.");

    public override RefusalText NotInRegister { get; } = new(
        "Wir haben Sie im Melderegister nicht gefunden",
        "Zu Namen und Geburtsdatum auf Ihrem Ausweis gibt es im Melderegister dieser Stadt keinen Eintrag.",
        "Hat sich Ihr Name geändert oder sind Sie neu zugezogen? Melden Sie es im Bürgercenter und versuchen Sie es danach noch einmal.");

    public override RefusalText SeveralInRegister { get; } = new(
        "Wir können Sie nicht sicher zuordnen",
        "Im Melderegister stehen mehrere Personen mit diesem Namen und Geburtsdatum, und die Anschrift auf Ihrem Ausweis passt zu keiner.",
        "Lassen Sie im Bürgercenter die Anschrift auf Ihrem Ausweis ändern und versuchen Sie es danach noch einmal.");

    public override RefusalText NoLongerResident { get; } = new(
        "Sie sind hier nicht mehr gemeldet",
        "Nach dem Melderegister haben Sie in dieser Stadt keine Wohnung mehr.",
        "Wenden Sie sich an die Stadt, in der Sie jetzt wohnen. Wohnen Sie doch hier, dann melden Sie sich im Bürgercenter an.");

    public override RefusalText OnlyAtTheOffice { get; } = new(
        "Das geht nur im Bürgercenter",
        "Zu diesem Eintrag darf das Melderegister online keine Auskunft geben.",
        "Kommen Sie bitte mit Ihrem Ausweis ins Bürgercenter.");

    public override RefusalText RegisterUnreachable { get; } = new(
        "Das Melderegister antwortet gerade nicht",
        "Ohne das Melderegister können wir nicht weitermachen. Was Sie bisher getan haben, ist gespeichert.",
        "Versuchen Sie es in einigen Minuten noch einmal.");

    public override RefusalText NoCitizenId { get; } = new(
        "Diese Person hat keine Bürger-ID",
        "Die Stadt hat keiner Person mit dieser Kennung eine Bürger-ID ausgegeben.",
        "Prüfen Sie die Kennung: Es ist die des Melderegisters.");

    public override RefusalText ResidentUnknown { get; } = new(
        "Diese Person gibt es nicht",
        "Im Melderegister gibt es keinen Eintrag mit dieser Kennung.",
        "Wählen Sie eine Person aus der Liste.");

    public override RefusalText CharacterUnknown(string character) => new(
        "Ein Zeichen im Namen können wir nicht verarbeiten",
        $"Das Zeichen „{character}“ gehört nicht zu den Zeichen, die deutsche Register führen (DIN 91379).",
        "Zeigen Sie einen Ausweis, auf dem Ihr Name in lateinischer Schrift steht, oder kommen Sie ins Bürgercenter.");

    public override string DemoBorn(DateOnly day) => $"geboren am {day:dd.MM.yyyy}";

    public override string DemoOfferWords(string name) => $"Ausweis von {name}. Scannen Sie den Code mit Ihrer Wallet oder tippen Sie ihn ein. Er gilt 10 Minuten.";

    public override string Story(DemoStory story) => story switch
    {
        DemoStory.Eligible => "wohnt in einem Parkgebiet, hat ein Auto: bekommt den Parkausweis",
        DemoStory.SeveralVehicles => "hat mehrere Fahrzeuge zur Wahl",
        DemoStory.NameWrittenDifferently => "Name auf dem Ausweis etwas anders geschrieben: wird trotzdem gefunden",
        DemoStory.MovedInsideTown => "innerhalb der Stadt umgezogen, alte Anschrift auf dem Ausweis",
        DemoStory.NameUnknown => "Name auf dem Ausweis steht nicht im Melderegister",
        DemoStory.MovedAway => "aus der Stadt weggezogen",
        DemoStory.SecondaryResidence => "hat hier nur eine Nebenwohnung",
        DemoStory.NoVehicle => "hat kein Fahrzeug",
        DemoStory.CompanyCar => "fährt einen Firmenwagen",
        DemoStory.VehicleNotAllowed => "hat nur einen Anhänger",
        DemoStory.VehicleTooLarge => "hat nur ein zu langes Wohnmobil",
        DemoStory.OutsideZones => "wohnt in keinem Parkgebiet",
        DemoStory.HouseNumberOutsideZone => "Straße im Parkgebiet, Hausnummer nicht",
        DemoStory.SideOfStreetUnknown => "Straßenseite ungeklärt: das Amt entscheidet",
        DemoStory.Deceased => "im Melderegister als verstorben geführt",
        DemoStory.Blocked => "Auskunftssperre im Melderegister",
        DemoStory.Ambiguous => "zwei Personen mit gleichem Namen und Geburtsdatum",
        _ => throw new ArgumentOutOfRangeException(nameof(story)),
    };

    public override string HandOverToWallet => "In die Wallet geben";
}
