using System.Globalization;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.App.Pages.Flows;

/// <summary>What the page about one flow says.</summary>
internal abstract class FlowTexts : ITexts<FlowTexts>
{
    private static readonly FlowTexts German = new GermanFlowTexts();
    private static readonly FlowTexts English = new EnglishFlowTexts();

    public abstract string Title { get; }

    public abstract string Lead { get; }

    public abstract string Id { get; }

    public abstract string IdHint { get; }

    public abstract string Show { get; }

    public abstract string Flow { get; }

    public abstract string Forgotten { get; }

    public abstract string ForgottenHint { get; }

    public static FlowTexts For(Language language) => language is Language.German ? German : English;

    /// <summary>How long a step took.</summary>
    public string Took(TimeSpan duration) => string.Create(CultureInfo.CurrentCulture, $"{duration.TotalMilliseconds:0.0} ms");
}
