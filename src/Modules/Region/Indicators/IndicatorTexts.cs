using System.Globalization;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Indicators;

/// <summary>What is said about the towns' figures, and the question how a service was.</summary>
internal abstract class IndicatorTexts : ITexts<IndicatorTexts>
{
    private static readonly IndicatorTexts German = new GermanIndicatorTexts();
    private static readonly IndicatorTexts English = new EnglishIndicatorTexts();

    public abstract RefusalText NotAnAnswer { get; }
    public abstract RefusalText QuestionOver { get; }
    public abstract string Question { get; }
    public abstract string QuestionHint { get; }
    public abstract string Thanks { get; }
    public abstract string ToIndicators { get; }
    public abstract string Title { get; }
    public abstract string Lead { get; }
    public abstract string NoRanking { get; }
    public abstract string OpenData { get; }
    public abstract string Online { get; }
    public abstract string Town { get; }
    public abstract string Count { get; }
    public abstract string Which { get; }
    public abstract string AsOf { get; }
    public abstract string None { get; }
    public abstract string NoFigures { get; }
    public abstract string NoneKnown { get; }
    public abstract string NotOffered { get; }
    public abstract string TooFew { get; }
    public abstract string StaleSince { get; }
    public abstract string Use { get; }
    public abstract string Median { get; }
    public abstract string Ninetieth { get; }
    public abstract string WithoutPaper { get; }
    public abstract string Satisfaction { get; }
    public abstract string Methods { get; }

    /// <summary>Each figure with how it comes about.</summary>
    public abstract IReadOnlyList<(string Figure, string Method)> MethodOfEach { get; }

    /// <summary>The texts in a language.</summary>
    public static IndicatorTexts For(Language language) => language is Language.English ? English : German;

    /// <summary>A step of the question.</summary>
    /// <param name="step">1 very bad to 5 very good.</param>
    public abstract string Step(int step);

    /// <summary>Why a town's figures are missing or old.</summary>
    public abstract string Reason(IndicatorFailure failure);

    public abstract string PerThousand(decimal use);

    public abstract string FromCases(int cases);

    public abstract string Applications(int applications);

    public abstract string Answers(int answers, int? percent);

    public abstract string Mean(int tenths);

    /// <summary>A share of a hundred.</summary>
    public string Percent(int percent) => string.Create(Culture, $"{percent} %");

    /// <summary>A number as people write it.</summary>
    protected string Number(decimal number, string format) => number.ToString(format, Culture);

    protected abstract CultureInfo Culture { get; }
}
