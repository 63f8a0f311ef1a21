using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Rules.Words;
using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking.Rules;

/// <summary>Die Wörter auf Deutsch.</summary>
internal sealed class GermanRuleTexts : RuleTexts
{
    public override string Title => "Regeln der Stadt";
    public override string Lead => "Was die Stadt über das Bewohnerparken bestimmt, mit allen Fassungen. Jede Entscheidung nennt die Fassung, nach der sie fiel.";
    public override string Version => "Fassung";
    public override string State => "Stand";
    public override string Reason => "Grund";
    public override string BasedOn => "Hervorgegangen aus";
    public override string Begun => "Begonnen";
    public override string InForceNow => "Gilt heute";
    public override string Past => "Abgelöst";
    public override string Shipped => "Mitgelieferte Tatsachen";
    public override string NewVersion => "Neue Fassung beginnen";
    public override string NewVersionLead => "Eine neue Fassung ist ein Entwurf. Sie gilt erst, wenn eine zweite Person sie von einem Tag an in Kraft setzt.";
    public override string ReasonHint => "Ein Satz, zum Beispiel der Ratsbeschluss.";
    public override string Begin => "Entwurf beginnen";
    public override string ToVersions => "Alle Fassungen";
    public override string WrittenBy => "Geschrieben von";
    public override string AdoptedBy => "In Kraft gesetzt von";
    public override string Label => "Kennung in Entscheidungen";
    public override string Download => "Als Datei herunterladen (JSON)";
    public override string NoFindings => "Keine Fehler gefunden";
    public override string NoFindingsHint => "Das Regelbuch widerspricht sich nicht.";
    public override string Errors => "Fehler";
    public override string Warnings => "Hinweise";
    public override string NoDifference => "Nichts unterscheidet die beiden.";
    public override string Place => "Regel";
    public override string Before => "Vorher";
    public override string After => "Nachher";
    public override string ToPreview => "Vorschau: Was ändert sich für die bestehenden Ausweise?";
    public override string ZonesTitle => "Zonen auf der Karte";
    public override string ZonesLead => "Wählen Sie eine Zone oder zeichnen Sie eine neue. Was Sie speichern, steht im Entwurf und gilt erst, wenn er in Kraft gesetzt ist.";
    public override string NewZone => "Neue Zone";
    public override string ZoneLetter => "Buchstabe oder Kürzel auf dem Ausweis";
    public override string ZoneName => "Name der Zone";
    public override string ZoneSpaces => "Plätze (leer: nicht gezählt)";
    public override string ZoneArea => "Fläche als GeoJSON";
    public override string ZoneAreaHint => "Die Karte schreibt hier mit. Leer: Die Zone ist nur durch Straßen beschrieben.";
    public override string ZoneStreets => "Straßen";
    public override string ZoneStreetsHint => "Eine je Zeile: Georgstraße oder Hauptstraße 28-42 gerade";
    public override string ZoneSource => "Woher kommt das? (Beschluss, Anordnung)";
    public override string SaveZone => "In den Entwurf speichern";
    public override string UndoPoint => "Letzte Ecke entfernen";
    public override string ClearArea => "Fläche leeren";
    public override string Corner => "Ecke";
    public override string MapLabel => "Karte der Zonen. Die Fläche steht auch als Text darunter.";
    public override string MapHint => "Tippen setzt eine Ecke, Ziehen verschiebt sie. Grün: andere Zonen. Rot: diese Zone.";
    public override string ChangeTitle => "Werte ändern";
    public override string ChangeLead => "Ein leeres Feld heißt: nicht bestimmt, das Amt entscheidet. Zonen und Gebühren haben eigene Seiten; was in kein Formular passt, ändern Sie in der Datei.";
    public override string Notes => "Notizen (eine je Zeile)";
    public override string Source => "Fundstelle der neuen Werte";
    public override string SourceHint => "Zum Beispiel: Ratsbeschluss vom 12.11.2026, Vorlage 123.";
    public override string SaveDraft => "Entwurf speichern";
    public override string AdoptTitle => "In Kraft setzen";
    public override string AdoptLead => "Danach ändert sich diese Fassung nicht mehr. Sie gilt, bis eine spätere beginnt.";
    public override string FirstDay => "Erster Tag";
    public override string AdoptGo => "Fassung in Kraft setzen";
    public override string DiscardTitle => "Verwerfen";
    public override string DiscardGo => "Entwurf verwerfen";
    public override string CapacityTitle => "Ausweise und Stellplätze";
    public override string Zone => "Zone";
    public override string PermitsToday => "Ausweise heute";
    public override string SpacesToday => "Stellplätze heute";
    public override string PermitsThen => "Ausweise dann";
    public override string SpacesThen => "Stellplätze dann";
    public override string Oversold => "Zu viele Ausweise für die Stellplätze";
    public override string NotCounted => "Stellplätze nicht gezählt";
    public override string Fits => "Reicht";
    public override string AddressesTitle => "Adressen mit anderer Zone";
    public override string NoAddress => "An den Enden aller Straßenabschnitte bleibt die Zone dieselbe.";
    public override string AddressesLead => "Geprüft an den Enden aller Straßenabschnitte; „?“ heißt: das Amt entscheidet, „–“: in keiner Zone.";

    public override RefusalText RuleValueNeedsSource { get; } = new(
        "Die Fundstelle fehlt", "Jeder Wert sagt, woher er kommt: 3 bis 300 Zeichen.", "Nennen Sie den Beschluss oder die Vorschrift und speichern Sie noch einmal.");

    public override RefusalText RuleValueUnusable(string rule, string written, int more) => new(
        "Ein Wert geht nicht", $"„{written}“ ist kein Wert für „{rule}“.{(more > 0 ? $" Felder, in denen es ebenso ist: {more}." : "")}",
        "Die Felder sind unten gekennzeichnet, Ihre Eingaben stehen noch da. Ändern Sie sie oder leeren Sie das Feld; gespeichert wurde nichts.");

    public override string VersionOf(int number) => $"Fassung {number}";

    public override string AndMore(int count) => $"und {count} weitere";

    public override string DifferencesTo(int number) => $"Unterschiede zu Fassung {number}";

    public override string CompareTitle => "Zwei Fassungen vergleichen";

    public override string CompareGo => "Vergleichen";

    public override string DifferencesBetween(int from, int to) => $"Von Fassung {from} zu Fassung {to}";

    public override string SpacesOf(string zone, string name) => $"Stellplätze der Zone {zone} ({name})";

    public override string PreviewTitle(int number) => $"Vorschau der Fassung {number}";

    public override string PreviewLead(DateOnly day, int permits, int notChecked, int open) =>
        $"Gerechnet für den {Day(day)}, als würde jeder der {permits} gültigen Ausweise an diesem Tag verlängert. Ohne aufbewahrte Tatsachen: {notChecked}. Entscheidet so oder so ein Mensch: {open}.";

    public override string FeesChange(int dearer, int cheaper, decimal sum, decimal largestRise, decimal largestFall) =>
        $"Gebühr: {dearer} Ausweise werden teurer (höchstens {Euros(largestRise)}), {cheaper} billiger (höchstens {Euros(largestFall)}), zusammen {Euros(sum)}.";

    public override string Gained(int count) => $"Neu berechtigt: {count}.";

    public override string Lost(int count, string why) => $"Nicht mehr berechtigt: {count} – {why}.";

    public override string Moved(int count, string from, string to) => $"Andere Zone: {count} von {from} nach {to}.";

    public override string RuleName(string rule) => rule switch
    {
        "plates_per_permit" => "Kennzeichen auf einem Ausweis",
        "max_length_mm" => "Größte Länge in Millimetern",
        "max_width_mm" => "Größte Breite in Millimetern",
        "renewal_earliest" => "Verlängern frühestens so lange vor dem Ende (P30D = 30 Tage, P6W = 6 Wochen, P1M = 1 Monat)",
        "provisional_days" => "Tage eines vorläufigen Ausweises, solange ein Register schweigt (0 = keiner)",
        "temporary_plate_days" => "Tage für ein Ersatzkennzeichen (0 = keines)",
        "suspend_unpaid_after_days" => "Aussetzen so viele Tage nach der Fälligkeit (leer = nie)",
        "most_permits_per_space" => "Ausweise je Stellplatz, bis die Zone voll ist",
        "change_fees.plate" => "Kennzeichen wechseln, Euro",
        "change_fees.temporary_plate" => "Ersatzkennzeichen, Euro",
        "change_fees.zone" => "Zone wechseln, Euro",
        "change_fees.replacement" => "Ersatz für ein verlorenes Papier, Euro",
        "automation_basis" => "Rechtsgrundlage für Entscheidungen ohne Sachbearbeitung (§ 35a VwVfG NRW; leer = ein Mensch gibt jede frei)",
        _ => BookWords.For(Language.German).PlaceOf(rule),
    };

    protected override string IsDraft => "Entwurf";

    protected override string HoldsFrom(DateOnly day) => $"Gilt heute, seit {Day(day)}";

    protected override string Begins(DateOnly day) => $"Beginnt {Day(day)} oder ist abgelöst";

    public override RefusalText RuleBookNeedsReason { get; } = new(
        "Der Grund fehlt oder ist zu lang", "Eine neue Fassung braucht einen Grund von 3 bis 500 Zeichen.", "Schreiben Sie in einem Satz, warum sich die Regeln ändern.");

    public override RefusalText RuleBookNeedsSecondPerson { get; } = new(
        "Hier braucht es eine zweite Person", "Wer an einer Fassung geschrieben hat, setzt sie nicht selbst in Kraft.", "Bitten Sie eine Kollegin oder einen Kollegen, sie zu prüfen und in Kraft zu setzen.");

    public override RefusalText ZoneNeedsName { get; } = new(
        "Buchstabe oder Name fehlen", "Eine Zone braucht höchstens 12 Zeichen für den Ausweis und einen Namen.", "Gehen Sie zurück und füllen Sie beide Felder aus.");

    public override RefusalText ZoneAreaUnusable { get; } = new(
        "Die Fläche stimmt nicht", "Sie ist kein GeoJSON-Polygon, hat weniger als drei Ecken oder kreuzt sich selbst.", "Gehen Sie zurück und zeichnen Sie die Ecken der Reihe nach.");

    public override RefusalText ZoneStreetUnusable(string line) => new(
        "Eine Straße lässt sich nicht lesen", $"„{line}“ hat nicht die Form „Hauptstraße 28-42 gerade“, oder die Liste ist zu lang.", "Gehen Sie zurück und berichtigen Sie die Zeile.");

    public override RefusalText RuleBookNotFound(int number) => new(
        "Diese Fassung gibt es nicht", $"Eine Fassung {number} der Regeln ist nicht gespeichert.", "Wählen Sie eine Fassung aus der Liste.");

    public override RefusalText RuleBookTooLarge(int mebibytes) => new(
        "Die Datei ist zu groß", $"Ein Regelbuch hat höchstens {mebibytes} MiB.", "Vereinfachen Sie die Flächen der Zonen, sie machen den größten Teil aus.");

    public override RefusalText RuleBookUnreadable(string place, long line) => new(
        "Die Datei ist kein Regelbuch", $"In Zeile {line}, an der Stelle {place}, steht etwas, das dort nicht hingehört.", "Vergleichen Sie die Stelle mit einem heruntergeladenen Regelbuch; data/README.md beschreibt jedes Feld.");

    public override RefusalText RuleBookOfAnotherTown(string given, string ours) => new(
        "Das Regelbuch gehört zu einer anderen Stadt", $"Darin steht der Gemeindeschlüssel {given}, diese Stadt hat {ours}.", "Wählen Sie die Datei dieser Stadt.");

    public override RefusalText RuleBookInForce(int number) => new(
        "Diese Fassung ändert sich nicht mehr", $"Fassung {number} ist in Kraft gesetzt.", "Beginnen Sie aus ihr eine neue Fassung.");

    public override RefusalText RuleBookChanged(int number) => new(
        "Der Entwurf wurde inzwischen geändert", $"Fassung {number} ist nicht mehr die, die Sie vor sich hatten.", "Laden Sie die Seite neu und sehen Sie sich den Entwurf noch einmal an.");

    public override RefusalText RuleBookDayUnusable(DateOnly first, DateOnly last) => new(
        "Dieser Tag geht nicht", $"Regeln gelten frühestens ab {Day(first)} und höchstens fünf Jahre im Voraus, bis {Day(last)}.", "Wählen Sie einen anderen Tag.");

    public override RefusalText RuleBookDayTaken(DateOnly day) => new(
        "An diesem Tag beginnt schon eine Fassung", $"Ab {Day(day)} gilt schon eine andere Fassung.", "Wählen Sie einen anderen Tag.");

    public override RefusalText RuleBookHasErrors(int count) => new(
        "Der Entwurf hat Fehler", count == 1 ? "Ein Fehler steht noch darin." : $"{count} Fehler stehen noch darin.", "Bessern Sie aus, was unter „Fehler“ steht, dann lässt sich die Fassung in Kraft setzen.");

    public override string FeeNotKnown => "Am ersten Tag ist keine Gebühr bekannt: Jeden Antrag entscheidet dann ein Mensch.";

    public override string TooMany(string what, int count, int most) =>
        $"Zu viele Einträge in {what}: {count}, höchstens {most} gehen.";

    public override string ZoneTwice(string zone) =>
        $"Die Zone {zone} steht zweimal im Regelbuch. Geben Sie einer der beiden eine andere Kennung.";

    public override string ForeignZone(string zone, string ags) =>
        $"Die Zone {zone} trägt den Gemeindeschlüssel {ags} einer anderen Stadt.";

    public override string UnknownZone(string zone, string where) =>
        $"Unter {where} wird die Zone {zone} genannt, die es in diesem Regelbuch nicht gibt.";

    public override string RangeBroken(string zone, string street, string from, string to) =>
        $"Zone {zone}, {street}: „{from} bis {to}“ ist kein Bereich von Hausnummern. Nennen Sie die kleinere Nummer zuerst, oder keine für die ganze Straße.";

    public override string HouseInSeveralZones(string street, string house, string zones) =>
        $"{street} {house} steht bei mehreren Zonen ({zones}). Ein Haus gehört zu genau einer; ändern Sie einen der Bereiche.";

    public override string RangesOverlap(string zone, string street, string house) =>
        $"Zone {zone}: {street} {house} steht in zwei Zeilen. Das schadet nicht, eine reicht.";

    public override string ZoneEmpty(string zone) =>
        $"Die Zone {zone} hat weder Straßen noch eine Fläche: Niemand wohnt in ihr.";

    public override string AreaTooLarge(string zone, int metres) =>
        $"Die Zone {zone} reicht über {metres} m. Die VwV-StVO zu § 45 lässt seit 10.04.2025 höchstens 1500 m zu; begründen Sie die Größe oder teilen Sie die Zone.";

    public override string AreasOverlap(string zone, string other, int squareMetres) =>
        $"Die Flächen der Zonen {zone} und {other} überschneiden sich auf {squareMetres} m². Wenn das gewollt ist, tragen Sie unter extra_zones ein, welcher Ausweis dort mitgilt.";

    public override string CapacityMissing(string zone) =>
        $"Für die Zone {zone} fehlt die Zahl der Stellplätze: Ohne sie warnt niemand vor zu vielen Ausweisen.";

    public override string ZoneWithoutFee(string zone, string fee) =>
        $"Für die Zone {zone} nennt die Gebühr {fee} keinen Betrag. Tragen Sie einen ein, sonst bekommt dort niemand einen Ausweis.";

    public override string FeeBroken(string fee) =>
        $"Die Gebühr {fee} kann so nicht gemeint sein: ein Betrag ist negativ oder über 100.000 Euro, eine Laufzeit fehlt oder steht doppelt, oder sie endet vor ihrem Anfang.";

    public override string TariffUnlawful(string fee, string tariff) =>
        $"Die Gebühr {fee} hat den Sozialtarif „{tariff}“ ohne Rechtsgrundlage oder ohne Anteil zwischen 0 und 100 Prozent. § 6a Abs. 5a StVG erlaubt Gebühren nach dem Wert des Parkplatzes; soziale Gründe tragen sie nicht (BVerwG, 13.06.2023, 9 CN 2.22). Nennen Sie die Vorschrift, die den Tarif erlaubt, oder streichen Sie ihn.";

    public override string FeesOverlap(string fee, string other) =>
        $"Die Gebühren {fee} und {other} gelten am selben Tag. Beenden Sie die eine, bevor die andere beginnt.";

    public override string LongerTermCheaper(string fee, int months, int shorter) =>
        $"Gebühr {fee}: {months} Monate kosten weniger als {shorter} Monate. Ist das so gemeint?";

    public override string NumberOutOfRange(string rule, string value, string least, string most) =>
        $"Die Regel {rule} hat den Wert {value}; möglich ist {least} bis {most}.";

    public override string EvidenceMissing(VehicleBasis basis) =>
        $"Für „{BasisName(basis)}“ ist kein Nachweis genannt. Nennen Sie mindestens einen.";

    public override string DaysReversed(string where) =>
        $"{where}: Der letzte Tag liegt vor dem ersten.";

    public override string TextTooLong(string where, int most) =>
        $"Ein Text ist zu lang ({where}): höchstens {most} Zeichen.";

    public override string AreaBroken(string zone, AreaFault fault) => fault switch
    {
        AreaFault.Empty => $"Die Fläche der Zone {zone} hat keine Punkte. Zeichnen Sie sie neu.",
        AreaFault.NotOnEarth => $"Die Fläche der Zone {zone} hat Punkte, die keine Längen- und Breitengrade sind. Wandeln Sie die Koordinaten nach WGS 84 um (EPSG:4326).",
        AreaFault.NotClosed => $"Die Fläche der Zone {zone} ist nicht geschlossen. Der letzte Punkt muss der erste sein.",
        AreaFault.TooFewPoints => $"Die Fläche der Zone {zone} hat weniger als drei Ecken.",
        _ => $"Die Grenze der Zone {zone} kreuzt sich selbst. Ziehen Sie die Punkte so, dass keine zwei Linien einander schneiden.",
    };

    public override string BasisName(VehicleBasis basis) => basis switch
    {
        VehicleBasis.KeeperConsent => "Fahrzeug einer anderen Person",
        VehicleBasis.CompanyCar => "Firmenwagen",
        VehicleBasis.CarSharing => "Carsharing",
        VehicleBasis.Care => "Pflege",
        _ => "Eigenes Fahrzeug",
    };

    private static string Euros(decimal euros) => euros.ToString("C", Language.German.Culture());

    private static string Day(DateOnly day) => day.ToString("d", Language.German.Culture());
}
