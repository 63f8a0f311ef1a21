using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Board;

/// <summary>Deutsch.</summary>
internal sealed class GermanBoardTexts : BoardTexts
{
    public override RefusalText NoSuchMeeting => new("Sitzung nicht gefunden", "Diese Sitzung gibt es hier nicht.", "Wählen Sie sie in der Liste der Sitzungen.");
    public override RefusalText NoSuchProposal => new("Vorlage nicht gefunden", "Diese Vorlage gibt es hier nicht.", "Wählen Sie sie in der Liste der Vorlagen.");
    public override RefusalText MeetingIncomplete => new("Angaben fehlen", "Eine Sitzung braucht einen Tag und einen Ort mit höchstens 200 Zeichen.", "Ergänzen Sie, was fehlt.");
    public override RefusalText ProposalIncomplete => new("Angaben fehlen", "Eine Vorlage braucht Titel, Thema und Empfänger (je höchstens 200 Zeichen) und eine Beschreibung (höchstens 4.000 Zeichen).", "Gehen Sie zurück und ergänzen Sie, was fehlt.");
    public override RefusalText ProposalSumsUnusable => new("Beträge nicht lesbar", "Kosten und Zuwendung liegen zwischen 0,01 und 999.999.999,99 Euro, der Eigenanteil darf 0 sein.", "Schreiben Sie Beträge zum Beispiel als 125.000,00.");
    public override RefusalText ProposalAboveCosts => new("Mehr als die Kosten", "Zuwendung und Eigenanteil sind zusammen höher als die Kosten.", "Prüfen Sie die drei Beträge.");
    public override RefusalText ProposalProjectUnknown => new("Projekt nicht im Register", "Dieses Projekt steht nicht im Register oder wurde zurückgezogen.", "Wählen Sie ein Projekt aus der Liste, oder legen Sie einen Entwurf vor.");
    public override RefusalText ProposalFormUsedBefore => new("Formular schon benutzt", "Mit diesem Formular wurde schon etwas anderes gespeichert.", "Öffnen Sie die Seite neu und geben Sie es dort ein.");
    public override RefusalText ProposalChangedMeanwhile => new("Inzwischen geändert", "Jemand hat das geändert, seit Sie die Seite geöffnet haben. Ihre Eingabe wurde nicht gespeichert.", "Öffnen Sie die Seite neu und sehen Sie sich den neuen Stand an.");
    public override RefusalText ProposalNotOpen => new("Vorlage liegt nicht mehr bei Ihnen", "Nur Entwürfe und vertagte Vorlagen lassen sich ändern und vorlegen.", "Sehen Sie im Verlauf nach, wer nun am Zug ist.");
    public override RefusalText AgendaClosed => new("Tagesordnung geschlossen", "Diese Sitzung hat die Vorlage schon behandelt, oder ihre Niederschrift ist begonnen.", "Wählen Sie eine spätere Sitzung.");
    public override RefusalText NotOnAgenda => new("Nicht auf der Tagesordnung", "Die Vorlage steht in dieser Sitzung nicht mehr zur Entscheidung.", "Öffnen Sie die Sitzung neu.");
    public override RefusalText VoteNotOpen => new("Abstimmung nicht eröffnet", "Über diese Vorlage wird noch nicht abgestimmt.", "Warten Sie, bis der Vorsitz die Abstimmung eröffnet.");
    public override RefusalText VoteClosed => new("Abstimmung geschlossen", "Die Abstimmung ist ausgezählt. Ihre Stimme wurde nicht mehr geändert.", "Das Ergebnis steht auf der Seite der Sitzung.");
    public override RefusalText VoteStillOpen => new("Abstimmung läuft noch", "Solange eine Abstimmung läuft, kann die Sitzung hier nicht weitergehen.", "Schließen Sie zuerst die Abstimmung.");
    public override RefusalText NotOnRoll => new("Nicht stimmberechtigt", "Ihr Konto stand nicht auf der Liste, als die Abstimmung eröffnet wurde.", "Wenden Sie sich an den Vorsitz.");
    public override RefusalText BallotUnreadable => new("Keine Stimme gewählt", "Eine Stimme ist Ja, Nein, Enthaltung oder Befangenheit.", "Wählen Sie eine davon aus.");
    public override RefusalText ProposalReasonMissing => new("Begründung fehlt", "Ohne eine Begründung von 3 bis 4.000 Zeichen wird nichts entschieden.", "Schreiben Sie, warum.");
    public override RefusalText ProposalNotRecommended => new("Nicht zu entscheiden", "Die Bezirksregierung entscheidet nur einmal und nur, was das Gremium empfohlen hat.", "Sehen Sie im Verlauf nach, wie die Vorlage steht.");
    public override RefusalText MinutesNotDrafted => new("Noch keine Niederschrift", "Zu dieser Sitzung gibt es noch keine Niederschrift.", "Der Vorsitz entwirft sie auf der Seite der Sitzung.");
    public override RefusalText MinutesUnusable => new("Wortlaut fehlt", "Eine Niederschrift hat 1 bis 60.000 Zeichen.", "Geben Sie den ganzen Wortlaut ein.");
    public override RefusalText MinutesFixed => new("Niederschrift steht fest", "Die Niederschrift ist genehmigt; ihr Wortlaut wird nicht mehr geändert.", "Was falsch ist, stellt die nächste Sitzung in ihrer Niederschrift richtig.");

    public override string Title => "Gremium der Modellregion";
    public override string Lead => "Vorlagen des Projektbüros, Sitzungen mit Abstimmung und Niederschrift, Entscheidungen der Bezirksregierung. Jeder Stand bleibt erhalten.";
    public override string ToBoard => "Zum Gremium";
    public override string ToMeeting => "Zur Sitzung";
    public override string ToPublic => "Was öffentliche Sitzungen beschlossen haben";
    public override string ToShowroom => "Zum Schaufenster";
    public override string ToProject => "Das Projekt im Schaufenster";
    public override string ToNotice => "Zum Zuwendungsbescheid im Förderbuch";
    public override string EnterNotice => "Zuwendungsbescheid dazu erfassen";
    public override string Propose => "Neue Vorlage";
    public override string ChangeProposal => "Vorlage ändern";
    public override string Plan => "Neue Sitzung";
    public override string PlanGo => "Sitzung ansetzen";
    public override string Undecided => "Die Bezirksregierung entscheidet noch";
    public override string Meetings => "Sitzungen";
    public override string Meeting => "Sitzung";
    public override string NoMeeting => "Noch keine Sitzung";
    public override string NoMeetingHint => "Das Projektbüro setzt Sitzungen an.";
    public override string NoMeetingToChoose => "Es gibt keine Sitzung mit offener Tagesordnung. Setzen Sie erst eine an.";
    public override string HeldOn => "Tag";
    public override string Place => "Ort der Sitzung";
    public override string Kind => "Art der Sitzung";
    public override string IsPublic => "Öffentlichkeit";
    public override string PublicMeeting => "öffentlich";
    public override string ClosedMeeting => "nicht öffentlich";
    public override string VotesByName => "Abstimmung";
    public override string OnlyNumbers => "nur die Zahlen werden gezeigt";
    public override string WithNames => "namentlich: alle sehen, wer wie stimmt";
    public override string Rule => "Zählweise";
    public override string Agenda => "Tagesordnung";
    public override string EmptyAgenda => "Auf der Tagesordnung steht noch nichts. Das Projektbüro legt Vorlagen vor.";
    public override string Proposals => "Vorlagen";
    public override string NoProposal => "Noch keine Vorlage";
    public override string NoProposalHint => "Anträge laufen nur über das Projektbüro: Es schreibt die Vorlagen.";
    public override string ProposalTitle => "Titel";
    public override string What => "Was soll entstehen?";
    public override string Topic => "Thema";
    public override string ProjectPlace => "Wo";
    public override string PlaceHint => "Ein Stadtteil oder Ort; leer heißt: in der ganzen Stadt.";
    public override string GrantAsked => "Beantragte Zuwendung";
    public override string EurosHint => "Euro, zum Beispiel 125.000,00.";
    public override string OwnHint => "Euro; 0, wenn es keinen gibt. Was dann zu den Gesamtkosten fehlt, zahlen Dritte.";
    public override string FromRegister => "Aus dem Projektregister übernehmen";
    public override string TakeOver => "In das Formular übernehmen";
    public override string NotInRegister => "Entwurf, steht noch nicht im Register";
    public override string SaveDraft => "Als Entwurf speichern";
    public override string State => "Stand";
    public override string Since => "Seit";
    public override string ByRole => "Durch";
    public override string Number => "Nr.";
    public override string Reason => "Begründung";
    public override string History => "Verlauf";
    public override string Submit => "Auf eine Tagesordnung setzen";
    public override string SubmitGo => "Vorlegen";
    public override string Decide => "Entscheidung der Bezirksregierung";
    public override string Approve => "Bewilligen";
    public override string Refuse => "Ablehnen";
    public override string Duplicates => "Ähnliche Projekte";
    public override string NoDuplicate => "Im Register steht kein ähnliches Projekt einer anderen Stadt.";
    public override string DuplicateWarning => "Vielleicht gibt es das schon";
    public override string DuplicateWarningWords => "Mindestens ein Projekt im Register ist der Vorlage sehr ähnlich. Fragen Sie nach, ob es sich übernehmen lässt.";
    public override string OnlyOffered => "Keines ist sehr ähnlich. Am nächsten kommen:";
    public override string VeryAlike => "sehr ähnlich";
    public override string Budget => "Mittel des Programms";
    public override string ProgrammeUnknown => "Das Programm steht nicht mehr in der Liste der Stadt.";
    public override string ProgrammeSum => "Programmsumme";
    public override string NotKnown => "nicht bekannt";
    public override string Granted => "Bewilligt laut Förderbuch unserer Stadt";
    public override string Asked => "Beantragt und noch ohne Bescheid";
    public override string Left => "Übrig";
    public override string Vote => "Abstimmung";
    public override string NotOpened => "Die Abstimmung ist noch nicht eröffnet.";
    public override string OpenVote => "Abstimmung eröffnen";
    public override string CloseVote => "Abstimmung schließen und auszählen";
    public override string YourVote => "Ihre Stimme";
    public override string CastVote => "Stimme abgeben";
    public override string ChangeVote => "Stimme ändern";
    public override string DidNotVote => "nicht abgestimmt";
    public override string DeferWhy => "Warum vertagen?";
    public override string Defer => "Ohne Abstimmung vertagen";
    public override string Minutes => "Niederschrift";
    public override string NoMinutes => "noch keine Niederschrift";
    public override string NoMinutesHint => "Der Vorsitz lässt sie aus dem Verlauf der Sitzung entwerfen. Damit endet die Tagesordnung: Was nicht behandelt wurde, ist vertagt.";
    public override string DraftMinutes => "Niederschrift entwerfen";
    public override string MinutesText => "Wortlaut";
    public override string MinutesPdf => "Niederschrift als PDF";
    public override string CorrectMinutes => "Niederschrift berichtigen";
    public override string SaveCorrection => "Berichtigung speichern";
    public override string ApproveMinutes => "Niederschrift genehmigen";
    public override string ApproveMinutesHint => "Danach steht der Wortlaut fest und kann nicht mehr geändert werden.";
    public override string Unchanged => "Der Wortlaut ist der genehmigte.";
    public override string NotTheApprovedText => "Achtung: Das ist nicht der genehmigte Wortlaut.";
    public override string DemoMeeting => "Sitzung, Vorlagen und Stimmen sind erfunden.";
    public override string TheBoard => "An die Mitglieder des Gremiums der Modellregion";
    public override string NobodyVoted => "An einer Abstimmung hat niemand teilgenommen.";
    public override string PublicTitle => "Beschlüsse des Gremiums";
    public override string PublicLead => "Was das Gremium der Modellregion in öffentlichen Sitzungen empfohlen, vertagt oder abgelehnt hat, und was die Bezirksregierung dazu entschied.";
    public override string NothingPublic => "Noch kein Beschluss";
    public override string NothingPublicHint => "Sobald eine öffentliche Sitzung etwas beschlossen hat, steht es hier.";
    public override string? OnlyGerman => null;

    public override string MeetingOn(string day) => $"Sitzung am {day}";

    public override string ItemOf(int number) => $"TOP {number}";

    public override string KindOf(bool isPublic, bool byName) =>
        $"{(isPublic ? "Öffentliche" : "Nicht öffentliche")} Sitzung, {(byName ? "namentliche Abstimmung" : "Abstimmung ohne Namen")}";

    public override string LeftAtMost(string sum) => $"höchstens {sum}; Bescheide anderer Städte stehen nicht in unserem Förderbuch";

    public override string VotedOf(int voted, int members) => $"Die Abstimmung läuft: {voted} von {members} Mitgliedern haben sich geäußert.";

    public override string ResultOf(VoteResult result) =>
        $"Ja: {result.Yes}, Nein: {result.No}, Enthaltung: {result.Abstained}, befangen: {result.Excluded}; {result.Voted} von {result.Entitled} Stimmberechtigten, {(result.HasQuorum ? "beschlussfähig" : "nicht beschlussfähig")}.";

    public override string RuleOf(CountingRule rule, string source) =>
        $"Beschlussfähig, wenn mehr als {rule.QuorumAbovePercent} % der Stimmberechtigten abstimmen; empfohlen, wenn mehr als {rule.MajorityAbovePercent} % der Ja- und Neinstimmen Ja sind. {(source.Length > 0 ? source : "DEMO-Vorgabe, vom Gremium nicht beschlossen")}.";

    public override string MinutesOf(string day, string place) => $"Niederschrift über die Sitzung des Gremiums der Modellregion am {day}, {place}";

    public override string TookPart(string names) => $"An Abstimmungen nahmen teil: {names}.";

    public override string AskedInMinutes(string recipient, string grant, string costs, string own) => $"{recipient} beantragt {grant} bei Gesamtkosten von {costs} und einem Eigenanteil von {own}.";

    public override string WereExcluded(string names) => $"Wegen Befangenheit nicht beteiligt: {names}.";

    public override string BecameIn(ProposalState state) => $"Ergebnis: {NameOf(state)}.";

    public override string NameOf(ProposalState state) => state switch
    {
        ProposalState.Draft => "Entwurf",
        ProposalState.Submitted => "vorgelegt",
        ProposalState.Recommended => "empfohlen",
        ProposalState.Deferred => "vertagt",
        ProposalState.Rejected => "vom Gremium abgelehnt",
        ProposalState.Approved => "bewilligt",
        ProposalState.Refused => "von der Bezirksregierung abgelehnt",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "An unknown one."),
    };

    public override string NameOf(BallotChoice choice) => choice switch
    {
        BallotChoice.Yes => "Ja",
        BallotChoice.No => "Nein",
        BallotChoice.Abstained => "Enthaltung",
        BallotChoice.Excluded => "Befangen, nehme nicht teil",
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "An unknown one."),
    };

    public override string NameOf(MinutesKind kind) => kind switch
    {
        MinutesKind.Drafted => "Entwurf",
        MinutesKind.Corrected => "Berichtigter Entwurf",
        MinutesKind.Approved => "Genehmigt",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An unknown one."),
    };

    public override string NameOf(StaffRole role) => role switch
    {
        StaffRole.ProjectOffice => "Projektbüro",
        StaffRole.BoardMember => "Mitglied des Gremiums",
        StaffRole.BoardChair => "Vorsitz des Gremiums",
        StaffRole.DistrictGovernment => "Bezirksregierung",
        StaffRole.Clerk => "Sachbearbeitung",
        StaffRole.Administrator => "Administration",
        StaffRole.Warden => "Verkehrsüberwachung",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "An unknown one."),
    };
}
