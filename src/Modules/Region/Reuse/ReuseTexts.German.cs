using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Reuse;

internal sealed class GermanReuseTexts : ReuseTexts
{
    public override RefusalText NotYourReuse { get; } = new("Nicht Ihre Stadt", "Über eine Übernahme sprechen nur die Stadt, die das Projekt führt, und die Stadt, die es übernimmt.", "Öffnen Sie ein Projekt, das Ihre Stadt führt oder übernimmt.");
    public override RefusalText OwnProject { get; } = new("Eigenes Projekt", "Eine Stadt übernimmt nicht, was sie selbst führt.", "Öffnen Sie das Projekt einer anderen Stadt.");
    public override RefusalText ProjectWasWithdrawn { get; } = new("Projekt zurückgezogen", "Die führende Stadt hat das Projekt zurückgezogen; eine neue Übernahme kann nicht mehr beginnen.", "Fragen Sie die führende Stadt nach dem Grund. Begonnene Übernahmen bleiben.");
    public override RefusalText StepNotPossible { get; } = new("Dieser Schritt passt nicht", "Von der jetzigen Stufe führt kein Weg zu dieser.", "Wählen Sie eine der angebotenen Stufen.");
    public override RefusalText SinceNotPossible { get; } = new("Der Tag passt nicht", "Der Tag liegt in der Zukunft oder vor dem Beginn der vorigen Stufe.", "Geben Sie den Tag an, seit dem die Stufe gilt.");
    public override RefusalText LeavingNeedsReason { get; } = new("Der Grund fehlt", "Wer eine Übernahme beendet, sagt warum.", "Ergänzen Sie den Grund in einem Satz; andere Städte lernen daraus.");
    public override RefusalText FiguresAreTheTakers { get; } = new("Angaben der anderen Stadt", "Aufwand, Ersparnis und Ansprechstelle nennt nur die Stadt, die übernimmt.", "Lassen Sie diese Felder leer.");
    public override RefusalText FigureNeedsMethod { get; } = new("Zahl oder Erklärung unvollständig", "Zu jeder Zahl gehört ein Satz, woher sie kommt, und zu jedem Satz eine Zahl.", "Ergänzen Sie, was fehlt: ganze Personentage, Euro wie 1.234,50, ein Satz von 5 bis 300 Zeichen.");
    public override RefusalText RecordUnusable { get; } = new("Eine Angabe ist unlesbar", "Eine Angabe ist zu lang, zu kurz oder enthält Zeichen, die nicht in eine Zeile gehören.", "Sätze haben 5 bis 300 Zeichen, Namen höchstens 120, ohne Bildzeichen.");
    public override RefusalText NoNumberLeft { get; } = new("Keine Nummer mehr frei", "Eine der beiden Städte hat dieser Nachnutzung ihre letzte Nummer gegeben, 10.000. Nichts wurde gespeichert.", "Sprechen Sie mit der anderen Stadt: Die Geschichte zeigt, wer es war.");
    public override RefusalText ReuseMovedMeanwhile { get; } = new("Inzwischen steht hier etwas Neues", "Seit Sie die Seite geöffnet haben, hat jemand etwas eingetragen. Gespeichert wurde nichts.", "Sehen Sie sich den neuen Stand an und entscheiden Sie dann.");
    public override RefusalText NothingToConfirm { get; } = new("Nichts zu bestätigen", "Diese Angabe ist hier nicht bekannt.", "Öffnen Sie die Übersicht der Übernahmen; dort steht, was wartet.");
    public override RefusalText QuestionUnusable { get; } = new("Die Frage ist zu kurz oder zu lang", "Eine Frage hat 10 bis 1000 Zeichen. Gesendet wurde nichts.", "Gehen Sie zurück und ändern Sie die Frage.");
    public override RefusalText AnswerUnusable { get; } = new("Die Antwort ist zu kurz oder zu lang", "Eine Antwort hat 5 bis 2000 Zeichen. Gesendet wurde nichts.", "Gehen Sie zurück und ändern Sie die Antwort.");
    public override RefusalText TooManyQuestions { get; } = new("Zu viele Fragen", "Ihre Stadt hat zu diesem Projekt schon fünf Fragen, die auf Antwort warten, oder fünfzig insgesamt.", "Warten Sie auf Antworten oder rufen Sie die Stelle an, die beim Projekt steht.");
    public override RefusalText NoSuchQuestion { get; } = new("Diese Frage ist nicht bekannt", "Ihre Stadt wurde das nicht gefragt.", "Öffnen Sie die Übersicht der Übernahmen; dort stehen die Fragen an Sie.");
    public override RefusalText AnsweredMeanwhile { get; } = new("Schon beantwortet", "Jemand aus Ihrer Stadt hat diese Frage schon beantwortet. Eine Antwort wird nicht geändert.", "Lesen Sie die Antwort auf der Seite des Projekts.");
    public override string Title => "Übernahmen";
    public override string Lead => "Was Ihre Stadt von anderen übernimmt und was andere von Ihnen übernehmen. Gezählt wird erst, was beide Städte unterschrieben haben.";
    public override string Waiting => "Wartet auf Ihre Unterschrift";
    public override string Taking => "Was wir von anderen übernehmen";
    public override string TakingNone => "Noch nichts gemeldet. Öffnen Sie im Schaufenster das Projekt einer anderen Stadt und wählen Sie dort „Übernahme melden“.";
    public override string Giving => "Was andere von uns übernehmen";
    public override string GivingNone => "Noch keine Stadt hat eine Übernahme gemeldet.";
    public override string Project => "Projekt";
    public override string Town => "Stadt";
    public override string State => "Stand";
    public override string NothingCounts => "noch nichts bestätigt";
    public override string Claim => "Eine Übernahme melden, von der Sie wissen";
    public override string ClaimLead => "Eine andere Stadt nutzt ein Ergebnis von Ihnen? Melden Sie es; es zählt, sobald die Stadt unterschreibt.";
    public override string ClaimGo => "Weiter";
    public override string ToList => "Alle Übernahmen";
    public override string ToShowroom => "Projekt im Schaufenster";
    public override string Withdrawn => "Das Projekt ist zurückgezogen";
    public override string WithdrawnWords => "Eine neue Übernahme kann nicht mehr beginnen. Wer es nutzt, kann es weiter melden; nichts geht verloren.";
    public override string Today => "Stand heute";
    public override string Counting => "Gezählt";
    public override string Pending => "Gemeldet, noch nicht bestätigt";
    public override string ConfirmLead => "Stimmt, was die andere Stadt meldet? Mit Ihrer Unterschrift zählt es; Zahlen bleiben die Angaben der Stadt, die übernimmt.";
    public override string ConfirmGo => "Bestätigen und unterschreiben";
    public override string ConfirmedNow => "Bestätigt und unterschrieben. Andere Städte lesen es in wenigen Minuten.";
    public override string SaidNow => "Gemeldet und unterschrieben. Es zählt, sobald die andere Stadt bestätigt.";
    public override string Say => "Neuen Stand melden";
    public override string SayLead => "Jede Meldung ist ein neuer Eintrag; frühere bleiben stehen. Alle können sie lesen.";
    public override string StepLabel => "Stufe";
    public override string SinceLabel => "Seit";
    public override string Version => "Übernommene Fassung";
    public override string VersionHint => "zum Beispiel 2.1 oder Stand März 2026; leer, wenn es keine gibt";
    public override string Days => "Aufwand der Anpassung, Personentage";
    public override string DaysHint => "bisher insgesamt, ganze Tage; leer, wenn nicht bekannt";
    public override string Euros => "Ersparnis, Euro";
    public override string EurosHint => "bisher insgesamt, zum Beispiel 4.500; leer, wenn nicht bekannt";
    public override string DaysMethod => "Wie der Aufwand gezählt ist";
    public override string EurosMethod => "Wie die Ersparnis berechnet ist";
    public override string MethodHint => "ein Satz: woher die Zahl kommt";
    public override string ContactRole => "Wen andere bei Ihnen anrufen können";
    public override string ContactRoleHint => "eine Stelle oder Funktion, kein Name";
    public override string Reason => "Grund, wenn Sie aufhören";
    public override string ReasonHint => "nur bei „beendet“; andere lernen daraus";
    public override string SayGo => "Unterschreiben und melden";
    public override string Signatures => "Unterschriften";
    public override string SignaturesHint => "Nachweise nach W3C, für jede Person prüfbar";
    public override string PublicTitle => "Wer es übernommen hat";
    public override string PublicLead => "Gezählt ist, was beide Städte unterschrieben haben.";
    public override string Nobody => "Noch keine Übernahme gemeldet.";
    public override string Ladder => "Übernahmen nach Stufe";
    public override string Left => "Beendet";
    public override string Map => "Die Stadt, die das Projekt führt, und die Städte, die es übernehmen";
    public override string Effects => "Was es gebracht hat";
    public override string EffectsLead => "Angaben der Städte, die übernommen haben, von beiden unterschrieben. Summen gehen nur über Städte, die etwas angegeben haben.";
    public override string EffortLabel => "Personentage Anpassung";
    public override string SavingLabel => "gespart";
    public override string Method => "So gerechnet";
    public override string Call => "Wen kann ich anrufen?";
    public override string CallLead => "Stellen, keine Personen. Wählen Sie die Zentrale der Stadt und fragen Sie nach dieser Stelle.";
    public override string CallUnknown => "nicht angegeben";
    public override string Declare => "Übernahme melden";
    public override string Continue => "Unsere Übernahme";
    public override string RunsFromOthers => "Was die Stadt von anderen übernimmt";
    public override string OthersRun => "Was andere von der Stadt übernehmen";
    public override string Questions => "Fragen anderer Städte";
    public override string QuestionsLead => "Frage und Antwort sind öffentlich.";
    public override string Ask => "Frage an die Stadt, die das Projekt führt";
    public override string AskWords => "Ihre Frage";
    public override string AskHint => "10 bis 1000 Zeichen, keine Namen von Personen. Alle können Frage und Antwort lesen.";
    public override string AskGo => "Frage senden";
    public override string Answer => "Ihre Antwort";
    public override string AnswerHint => "5 bis 2000 Zeichen, keine Namen von Personen. Alle können sie lesen; sie kann nicht geändert werden.";
    public override string AnswerGo => "Antwort senden";
    public override string NotAnswered => "noch nicht beantwortet";
    public override string OpenQuestions => "Fragen an uns";

    public override string NameOf(ReuseStep step) => step switch
    {
        ReuseStep.Interest => "Interesse",
        ReuseStep.Talks => "Gespräche",
        ReuseStep.Pilot => "Pilot",
        ReuseStep.Operation => "im Betrieb",
        ReuseStep.Contributing => "entwickelt mit",
        _ => "beendet",
    };

    public override string TakesFrom(string taker, string giver) => $"{taker} übernimmt von {giver}";

    public override string StepSince(ReuseStep step, string day) => $"{NameOf(step)}, seit {day}";

    public override string DeclaredBy(string town, string state) => $"{town} meldet: {state}";

    public override string CredentialOf(string town) => $"Nachweis: {town}";

    public override string VersionOf(string version) => $"Fassung {version}";

    public override string EffortOf(int days, string method) => $"Aufwand {days} Personentage ({method})";

    public override string SavingOf(string euros, string method) => $"Ersparnis {euros} ({method})";

    public override string StatedBy(int towns) => towns == 1 ? "Angabe von 1 Stadt" : $"Angaben von {towns} Städten";

    public override string AskedBy(string town, string day) => $"{town} fragte am {day}";

    public override string AnsweredBy(string town, string day) => $"{town} antwortete am {day}";

    public override string HistoryOf(string taker) => $"Alle Einträge: {taker}";

    public override string LeadsIt(string town) => $"{town} (führt das Projekt)";
}
