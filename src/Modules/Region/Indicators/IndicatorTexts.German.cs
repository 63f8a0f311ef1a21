using System.Globalization;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Indicators;

/// <summary>Deutsch. Die Frage steht in leicht verständlichen Worten.</summary>
internal sealed class GermanIndicatorTexts : IndicatorTexts
{
    public override RefusalText NotAnAnswer { get; } = new("Diese Antwort gibt es nicht", "Die Frage hat fünf Antworten. Es wurde nichts gespeichert.", "Gehen Sie zurück und wählen Sie eine davon, oder lassen Sie die Frage aus.");
    public override RefusalText QuestionOver { get; } = new("Die Frage ist nicht mehr offen", "Antworten kann man einen Tag lang. Es wurde nichts gespeichert, und mit Ihrem Antrag ist alles in Ordnung.", "Sie müssen nichts tun.");
    public override string Question => "Wie war das für Sie?";
    public override string QuestionHint => "Die Antwort ist freiwillig. Ein Klick genügt. Wir speichern nur das Angebot, Ihre Antwort und den Tag. Wir speichern nicht, wer Sie sind.";
    public override string Thanks => "Danke für Ihre Antwort.";
    public override string ToIndicators => "Das sagen alle";
    public override string Title => "Kennzahlen der fünf Städte";
    public override string Lead => "Was die Städte online anbieten, wie lange eine Entscheidung dauert, wie viel ohne Papier geht und wie zufrieden die Menschen sind: aus den eigenen Vorgängen jeder Stadt, von ihr selbst unterschrieben.";
    public override string NoRanking => "Die Städte stehen nach dem Alphabet. Eine Rangliste gibt es nicht: Größe, Regeln und Fälle sind verschieden. Die Zahlen zeigen, wen man nach seinem Weg fragen kann.";
    public override string OpenData => "Als offene Daten, mit Methode:";
    public override string Online => "Angebote online";
    public override string Town => "Stadt";
    public override string Count => "Zahl";
    public override string Which => "Welche";
    public override string AsOf => "Stand";
    public override string None => "keines";
    public override string NoFigures => "Hier liegen keine Kennzahlen dieser Stadt vor. Das heißt nicht, dass sie nichts anbietet.";
    public override string NoneKnown => "keine Kennzahlen";
    public override string NotOffered => "nicht online";
    public override string TooFew => "noch nicht genug Fälle";
    public override string StaleSince => "älter als zwei Tage";
    public override string Use => "Nutzung";
    public override string Median => "Bis zur Entscheidung: die Hälfte in höchstens";
    public override string Ninetieth => "Bis zur Entscheidung: neun von zehn in höchstens";
    public override string WithoutPaper => "Ohne Papier";
    public override string Satisfaction => "Zufriedenheit (1 bis 5)";
    public override string Methods => "Wie gezählt wird";

    public override IReadOnlyList<(string Figure, string Method)> MethodOfEach { get; } =
    [
        ("Zeitraum", $"Die letzten {MeasureTown.Days} Tage bis zum Stand der Stadt. Alle Städte rechnen nach derselben Methode (Fassung 1)."),
        ("Wenige Fälle", $"Von einem bis {ServiceIndicators.FewestCases - 1} Fällen wird nichts gezeigt, damit niemand zu erkennen ist; „neun von zehn“ gibt es ab {ServiceIndicators.FewestForNinetieth} Entscheidungen."),
        ("Angebote online", "Verwaltungsleistungen, die bis zur Entscheidung online gehen."),
        ("Nutzung", "Anträge, die Menschen gestellt haben, online oder am Schalter; nicht, was Register melden oder das Amt für alle verlängert. Je 1.000 Einwohner: Gemeindeverzeichnis von Destatis, 31.12.2018."),
        ("Bis zur Entscheidung", "Zeit von der Antragstellung bis zur Entscheidung, Zusage wie Ablehnung. Der kleinste Wert, den die Hälfte (neun von zehn) der Fälle nicht übersteigt."),
        ("Ohne Papier", "Anteil der Entscheidungen, für die niemand an den Schalter kam und kein Brief geschrieben wird. Ein Brief wird geschrieben, wenn keine E-Mail-Adresse bekannt ist und die Stadt Bescheide auf Papier schickt. Abgerundet."),
        ("Zufriedenheit", "Eine freiwillige Frage am Ende jedes Vorgangs: Mittel der Antworten von 1 (sehr schlecht) bis 5 (sehr gut), und nach wie vielen von hundert Entscheidungen jemand geantwortet hat. Je Vorgang zählt eine Antwort."),
    ];

    protected override CultureInfo Culture { get; } = Language.German.Culture();

    public override string Step(int step) => step switch
    {
        5 => "sehr gut",
        4 => "gut",
        3 => "mittel",
        2 => "schlecht",
        _ => "sehr schlecht",
    };

    public override string Reason(IndicatorFailure failure) => failure switch
    {
        IndicatorFailure.Unreachable => "Zuletzt hat die Stadt nicht geantwortet.",
        IndicatorFailure.Unreadable => "Zuletzt war die Antwort der Stadt nicht lesbar.",
        IndicatorFailure.ForeignKey => "Zuletzt war die Antwort mit einem fremden Schlüssel unterschrieben.",
        IndicatorFailure.ForeignTown => "Zuletzt sprach die Antwort über eine andere Stadt.",
        IndicatorFailure.WrongTime => "Zuletzt kamen ältere Zahlen als die, die hier stehen.",
        _ => "Zuletzt kamen Zahlen einer Vorführung.",
    };

    public override string PerThousand(decimal use) => $"{Number(use, "N2")} je 1.000 Einwohner";

    public override string FromCases(int cases) => $"aus {cases} Entscheidungen";

    public override string Applications(int applications) => applications == 1 ? "1 Antrag" : $"{Number(applications, "N0")} Anträge";

    public override string Answers(int answers, int? percent) => percent is { } share ? $"{answers} Antworten, nach {share} von 100 Entscheidungen" : $"{answers} Antworten";

    public override string Mean(int tenths) => Number(tenths / 10m, "N1");
}
