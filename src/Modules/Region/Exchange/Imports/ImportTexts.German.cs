using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Exchange.Imports;

/// <summary>German.</summary>
internal sealed class GermanImportTexts : ImportTexts
{
    public override RefusalText ImportNeedsSource { get; } = new("Die Adresse fehlt", "Ohne die Adresse, unter der das Dokument steht, weiß später niemand, wer es gesagt hat.", "Gehen Sie zurück und geben Sie sie an; sie beginnt mit https://.");
    public override RefusalText NoSuchImport { get; } = new("Nicht gefunden", "Diese Vorschau oder diesen Eintrag gibt es nicht, oder nicht mehr: Eine Vorschau hält einen Tag und zählt einmal.", "Bringen Sie das Dokument noch einmal mit; doppelt eingelesen wird dabei nichts.");
    public override RefusalText ImportOvertaken { get; } = new("Jemand war schneller", "Während Sie die Vorschau vor sich hatten, wurde einer der Einträge geändert. Nichts wurde übernommen.", "Sehen Sie die Vorschau noch einmal an und entscheiden Sie dann.");
    public override RefusalText RemovalNeedsReason { get; } = new("Der Grund fehlt", "Wer einen Eintrag herausnimmt, sagt mit 5 bis 300 Zeichen, warum.", "Gehen Sie zurück und schreiben Sie den Grund dazu. Er steht später für alle da.");
    public override string Title => "Ergebnisse anderer einlesen";
    public override string Lead => "Was es anderswo schon gibt, soll hier gefunden werden, bevor jemand neu anfängt: Software (publiccode.yml) und Einträge fremder Kataloge (DCAT). Eingelesenes steht für sich und ist überall als solches gekennzeichnet; zu einem Projekt der Städte wird es nie.";
    public override string Bring => "Ein Dokument mitbringen";
    public override string Source => "Wo es steht";
    public override string SourceHint => "Die Adresse, unter der Sie es gefunden haben. Sie steht später neben jedem Eintrag.";
    public override string File => "Datei";
    public override string FileHint => "publiccode.yml oder DCAT als JSON-LD, höchstens 1 MiB.";
    public override string Text => "oder sein Text";
    public override string ToPreview => "Ansehen";
    public override string Fetch => "Abholen lassen";
    public override string FetchHint => "Nur von Rechnern, die Ihre Administration benannt hat:";
    public override string NoHosts => "Ihre Administration hat noch keinen Rechner benannt, von dem abgeholt werden darf.";
    public override string FetchGo => "Abholen und ansehen";
    public override string Standing => "Eingelesen";
    public override string NothingStanding => "Noch nichts eingelesen";
    public override string NothingStandingHint => "Bringen Sie ein Dokument mit oder lassen Sie eines abholen.";
    public override string Entry => "Eintrag";
    public override string From => "Quelle";
    public override string Licence => "Lizenz";
    public override string NoLicence => "nennt die Quelle nicht";
    public override string ImportedOn => "Eingelesen am";
    public override string Removal => "Herausnehmen";
    public override string RemovalReason => "Grund";
    public override string RemovalGo => "Herausnehmen";
    public override string Removed => "Der Eintrag ist herausgenommen.";
    public override string Preview => "Vorschau";
    public override string PreviewLead => "Noch ist nichts eingelesen.";
    public override string Effect => "Was geschieht";
    public override string Now => "Bisher";
    public override string Then => "Künftig";
    public override string Confirm => "Einlesen";
    public override string NothingToTake => "Nichts davon ist neu. Einlesen würde nur den Tag ändern.";
    public override string NothingUsable => "Kein Eintrag lässt sich einlesen.";
    public override string Back => "Zurück, ohne einzulesen";
    public override string Unnamed => "ohne Namen";
    public override string Marked => "Eingelesen";
    public override string Software => "Software";
    public override string Dataset => "Eintrag eines Katalogs";
    public override string ShowroomTitle => "Was es anderswo gibt";
    public override string ShowroomLead => "Aus Katalogen anderer eingelesen. Diese Einträge sind keine Projekte der Modellregionen; für ihren Inhalt steht die genannte Quelle ein.";
    public override string ShowroomEmpty => "Noch ist nichts eingelesen.";
    public override string ToShowroom => "Zu den Projekten";
    public override string ToImported => "Alles Eingelesene";
    public override string Publisher => "Herausgegeben von";
    public override string Status => "Stand laut Quelle";
    public override string Keywords => "Schlagwörter";
    public override string Place => "Adresse";
    public override string Page => "Seite dazu";
    public override string Fetched => "von uns abgeholt";
    public override string Brought => "mitgebracht, Adresse nach Angabe des Projektbüros";
    public override string Versions => "Fassung";

    protected override string Unreadable => "Das Dokument lässt sich nicht lesen";

    public override RefusalText HostNotNamed(string host) => new("Dieser Rechner ist nicht benannt", $"Von {host} wird nichts abgeholt, solange Ihre Administration ihn nicht benannt hat.", "Laden Sie das Dokument selbst herunter und bringen Sie es als Datei mit, oder bitten Sie Ihre Administration.");

    public override RefusalText DocumentUnreachable(string host) =>
        new("Nicht abzuholen", $"{host} hat nicht in zehn Sekunden mit einem Dokument von höchstens 1 MiB geantwortet, oder leitet woanders hin.", "Öffnen Sie die Adresse im Browser, laden Sie das Dokument herunter und bringen Sie es als Datei mit.");

    public override string Reason(EntryRefusal refusal) => refusal.Fault switch
    {
        EntryFault.Missing => $"{refusal.Field} fehlt.",
        EntryFault.NoText => $"{refusal.Field} enthält nicht, was dort stehen soll.",
        EntryFault.TooLong => $"{refusal.Field} ist zu lang.",
        EntryFault.HiddenCharacters => $"{refusal.Field} enthält Zeichen, die man nicht sieht oder die die Schreibrichtung umdrehen.",
        EntryFault.MixedAlphabets => $"{refusal.Field} mischt in einem Wort Buchstaben zweier Alphabete, die gleich aussehen.",
        EntryFault.NoAddress => $"{refusal.Field} ist keine Adresse im Netz, die mit https:// oder http:// beginnt.",
        EntryFault.SpeaksForTown => $"{refusal.Field} liegt bei einer Stadt, die hier für sich selbst spricht.",
        EntryFault.OtherSource => $"Der Eintrag ist von {refusal.Field} bekannt; nur diese Quelle ändert ihn.",
        _ => $"{refusal.Field} steht zweimal im Dokument.",
    };

    public override string NameOf(ImportEffect effect) => effect switch
    {
        ImportEffect.New => "neu",
        ImportEffect.Changed => "geändert",
        ImportEffect.Returns => "war herausgenommen, kommt zurück",
        ImportEffect.Same => "unverändert",
        _ => "wird nicht übernommen",
    };

    public override string Taken(int count) => count switch { 0 => "Alles stand schon so da; nur der Tag ist neu.", 1 => "Ein Eintrag ist neu oder geändert.", _ => $"{count} Einträge sind neu oder geändert." };

    public override string Counts(int changing, int same, int refused) => $"Neu oder geändert: {changing}. Unverändert: {same}. Nicht übernommen: {refused}.";

    public override string RemovedBecause(string reason) => $"Das Projektbüro hat diesen Eintrag herausgenommen: {reason}";

    protected override string Reason(ImportFault fault) => fault switch
    {
        ImportFault.Empty => "Es steht nichts darin.",
        ImportFault.TooLarge => "Es ist größer als 1 MiB (YAML: 256 KiB), zu tief verschachtelt oder hat mehr als 500 Einträge.",
        ImportFault.Encoding => "Es ist nicht in UTF-8 geschrieben.",
        ImportFault.OtherWriting => "Es ist RDF/XML, Turtle oder HTML. Kataloge werden nur als JSON-LD gelesen.",
        ImportFault.Malformed => "Es ist weder gültiges JSON noch gültiges YAML, oder ein Schlüssel steht zweimal darin.",
        ImportFault.Aliases => "Sein YAML verweist auf sich selbst (Anker und Alias). So etwas kann ohne Ende wachsen und wird nicht gelesen.",
        ImportFault.Tags => "Sein YAML trägt Typangaben (Tags), die aus Text etwas anderes machen würden.",
        ImportFault.ForeignContext => "Was seine Wörter bedeuten, steht woanders (@context). Fremde Kontexte werden nicht abgeholt.",
        ImportFault.NoPubliccode => "Es ist YAML, aber keine publiccode.yml: publiccodeYmlVersion fehlt.",
        _ => "Es enthält keinen Datensatz (dcat:Dataset).",
    };

    protected override string NextStep(ImportFault fault) => fault switch
    {
        ImportFault.OtherWriting => "Fragen Sie die Quelle nach JSON-LD; viele Kataloge liefern es unter derselben Adresse mit der Endung .jsonld.",
        ImportFault.ForeignContext => "Bitten Sie die Quelle um ein Dokument, das seinen Kontext selbst enthält oder den von DCAT-AP nennt.",
        ImportFault.TooLarge => "Teilen Sie das Dokument, oder lesen Sie den Katalog seitenweise ein.",
        _ => "Prüfen Sie, ob es das richtige Dokument ist, und bitten Sie sonst die Quelle, es zu berichtigen. Nichts wurde übernommen.",
    };
}
