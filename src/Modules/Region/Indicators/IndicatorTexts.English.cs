using System.Globalization;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Indicators;

internal sealed class EnglishIndicatorTexts : IndicatorTexts
{
    public override RefusalText NotAnAnswer { get; } = new("There is no such answer", "The question has five answers. Nothing was stored.", "Go back and choose one of them, or leave the question out.");
    public override RefusalText QuestionOver { get; } = new("The question is no longer open", "It can be answered for a day. Nothing was stored, and all is well with your application.", "You need not do anything.");
    public override string Question => "How was this for you?";
    public override string QuestionHint => "You need not answer. One click is enough. We store the service, your answer and the day only. We do not store who you are.";
    public override string Thanks => "Thank you for your answer.";
    public override string ToIndicators => "What everybody says";
    public override string Title => "Figures of the five towns";
    public override string Lead => "What the towns offer online, how long a decision takes, how much works without paper and how satisfied people are: from each town's own cases, signed by the town itself.";
    public override string NoRanking => "The towns stand in alphabetical order. There is no ranking: size, rules and cases differ. The figures show whom to ask how they do it.";
    public override string OpenData => "As open data, with the method:";
    public override string Online => "Services online";
    public override string Town => "Town";
    public override string Count => "Number";
    public override string Which => "Which";
    public override string AsOf => "As of";
    public override string None => "none";
    public override string NoFigures => "There are no figures of this town here. That does not mean that it offers nothing.";
    public override string NoneKnown => "no figures";
    public override string NotOffered => "not online";
    public override string TooFew => "not enough cases yet";
    public override string StaleSince => "older than two days";
    public override string Use => "Use";
    public override string Median => "Until the decision: half within";
    public override string Ninetieth => "Until the decision: nine of ten within";
    public override string WithoutPaper => "Without paper";
    public override string Satisfaction => "Satisfaction (1 to 5)";
    public override string Methods => "How it is counted";

    public override IReadOnlyList<(string Figure, string Method)> MethodOfEach { get; } =
    [
        ("Period", $"The last {MeasureTown.Days} days up to the town's date. All towns compute by the same method (version 1)."),
        ("Few cases", $"Of one to {ServiceIndicators.FewestCases - 1} cases nothing is shown, so that nobody can be recognised; “nine of ten” is there from {ServiceIndicators.FewestForNinetieth} decisions on."),
        ("Services online", "Services of the administration that work online up to the decision."),
        ("Use", "Applications that people made, online or at the counter; not what registers tell or the office renews for all. Per 1,000 inhabitants: municipality register of Destatis, 31 December 2018."),
        ("Until the decision", "Time from the application to the decision, granted or refused. The smallest value that half (nine of ten) of the cases do not exceed."),
        ("Without paper", "Share of the decisions for which nobody came to the counter and no letter is written. A letter is written when no e-mail address is known and the town sends decisions on paper. Rounded down."),
        ("Satisfaction", "One optional question at the end of each case: mean of the answers from 1 (very bad) to 5 (very good), and after how many of a hundred decisions somebody answered. One answer counts per case."),
    ];

    protected override CultureInfo Culture { get; } = Language.English.Culture();

    public override string Step(int step) => step switch
    {
        5 => "very good",
        4 => "good",
        3 => "fair",
        2 => "bad",
        _ => "very bad",
    };

    public override string Reason(IndicatorFailure failure) => failure switch
    {
        IndicatorFailure.Unreachable => "The town did not answer the last time.",
        IndicatorFailure.Unreadable => "The town's last answer could not be read.",
        IndicatorFailure.ForeignKey => "The last answer was signed with a foreign key.",
        IndicatorFailure.ForeignTown => "The last answer spoke about another town.",
        IndicatorFailure.WrongTime => "The last figures were older than those that stand here.",
        _ => "The last figures were those of a demonstration.",
    };

    public override string PerThousand(decimal use) => $"{Number(use, "N2")} per 1,000 inhabitants";

    public override string FromCases(int cases) => $"of {cases} decisions";

    public override string Applications(int applications) => applications == 1 ? "1 application" : $"{Number(applications, "N0")} applications";

    public override string Answers(int answers, int? percent) => percent is { } share ? $"{answers} answers, after {share} of 100 decisions" : $"{answers} answers";

    public override string Mean(int tenths) => Number(tenths / 10m, "N1");
}
