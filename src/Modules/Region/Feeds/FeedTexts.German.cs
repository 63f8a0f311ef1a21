using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Region.Feeds;

internal sealed class GermanFeedTexts : FeedTexts
{
    public override RefusalText WithdrawalNeedsReason { get; } = new("Der Grund fehlt", "Wer ein Projekt zurückzieht, sagt mit 5 bis 300 Zeichen, warum.", "Gehen Sie zurück und schreiben Sie den Grund dazu. Er steht später für alle da.");
    public override RefusalText WithdrawalOvertaken { get; } = new("Jemand war schneller", "Das Projekt wurde geändert, während Sie es vor sich hatten. Nichts wurde zurückgezogen.", "Sehen Sie es noch einmal an und entscheiden Sie dann.");
    public override RefusalText RepublicationNeedsReason { get; } = new("Der Grund fehlt", "Wer ein Projekt wieder veröffentlicht, sagt mit 5 bis 300 Zeichen, warum.", "Gehen Sie zurück und schreiben Sie den Grund dazu. Er steht später für alle da.");
    public override RefusalText RepublicationOvertaken { get; } = new("Jemand war schneller", "Das Projekt wurde geändert, während Sie es vor sich hatten. Nichts wurde veröffentlicht.", "Sehen Sie es noch einmal an und entscheiden Sie dann.");
    public override string Title => "Austausch mit anderen Städten";
    public override string Lead => "Was Ihre Stadt über ihre Projekte sagt, holen andere Städte hier ab. Was andere sagen, steht von selbst im Verzeichnis, unterschrieben von ihnen.";
    public override string OwnFeed => "Was wir den anderen sagen";
    public override string OwnAddress => "Adresse";
    public override string OwnKey => "Unser Schlüssel";
    public override string OwnKeyHint => "Eine andere Stadt trägt ihn bei sich ein. Geben Sie ihn auf einem Weg weiter, dem sie traut: mit einem Brief oder am Telefon.";
    public override string OtherTowns => "Was wir von anderen lesen";
    public override string NoFeeds => "Noch keine Stadt eingetragen";
    public override string NoFeedsHint => "Wer diese Software betreibt, trägt Adresse und Schlüssel einer Stadt in der Konfiguration ein. Danach stehen ihre Projekte hier im Verzeichnis.";
    public override string Town => "Stadt";
    public override string State => "Stand";
    public override string LastAnswer => "Letzte Antwort";
    public override string Never => "noch keine";
    public override string TakenOver => "Gelesen bis Nummer";
    public override string Withdrawing => "Ein Projekt zurückziehen";
    public override string WithdrawingLead => "Ein zurückgezogenes Projekt verschwindet hier und bei allen Städten, die bei uns lesen. Sein Name und der Grund bleiben stehen, damit alte Verweise nicht ins Leere führen.";
    public override string NothingToWithdraw => "Ihre Stadt führt kein Projekt im Verzeichnis.";
    public override string Project => "Projekt";
    public override string ChooseProject => "Bitte wählen";
    public override string Reason => "Grund";
    public override string ReasonHint => "Steht für alle lesbar da.";
    public override string Withdraw => "Zurückziehen";
    public override string Withdrawn => "Das Projekt ist zurückgezogen. Andere Städte lesen es in wenigen Minuten.";
    public override string Republishing => "Ein Projekt wieder veröffentlichen";
    public override string RepublishingLead => "Es steht danach wieder so da wie vor dem Zurückziehen, auch bei den Städten, die bei uns lesen. In seiner Geschichte steht beides mit Grund.";
    public override string NothingToRepublish => "Ihre Stadt hat kein Projekt zurückgezogen.";
    public override string Republish => "Wieder veröffentlichen";
    public override string Republished => "Das Projekt ist wieder veröffentlicht. Andere Städte lesen es in wenigen Minuten.";
    public override string Clashes => "Gleicher Name, andere Stadt";
    public override string ClashesLead => "Diese Projekte tragen einen Namen, unter dem hier schon das Projekt einer anderen Stadt steht. Sie wurden nicht übernommen; alles andere von der Stadt schon. Bitten Sie sie, das Projekt neu anzulegen: Neue Namen beginnen mit dem Schlüssel der Stadt.";

    public override string StateOf(FeedFailure? failure) => failure switch
    {
        null => "gelesen",
        FeedFailure.Unreachable => "antwortet nicht",
        FeedFailure.Unreadable => "Antwort nicht lesbar",
        FeedFailure.ForeignKey => "unterschreibt mit einem anderen Schlüssel als dem eingetragenen: bei der Stadt nachfragen",
        FeedFailure.RolledBack => "zeigt einen alten Stand noch einmal: bei der Stadt nachfragen",
        FeedFailure.EntryRefused => "angehalten: ein Eintrag ist nicht von der Stadt unterschrieben oder nicht lesbar",
        FeedFailure.ForeignProject => "angehalten: die Stadt spricht über das Projekt einer anderen",
        _ => "angehalten: eine Vorführung sagt einer echten Stadt nichts",
    };
}
