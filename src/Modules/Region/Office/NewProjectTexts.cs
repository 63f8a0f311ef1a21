using Modellstadt.Kernel.Texts;
using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Office;

/// <summary>What is read by somebody who enters a project.</summary>
internal abstract class NewProjectTexts : ITexts<NewProjectTexts>
{
    private static readonly NewProjectTexts German = new GermanNewProjectTexts();
    private static readonly NewProjectTexts English = new EnglishNewProjectTexts();

    public abstract string Title { get; }
    public abstract string Lead { get; }
    public abstract string Similar { get; }
    public abstract string SimilarLead { get; }
    public abstract string Compare { get; }
    public abstract string Strong { get; }
    public abstract string AnsweredBefore { get; }
    public abstract string AlikeInSpelling { get; }
    public abstract string Answer { get; }
    public abstract string NoAnswer { get; }
    public abstract string Because { get; }
    public abstract string Software { get; }
    public abstract string Figures { get; }
    public abstract string SourceHint { get; }
    public abstract string Reason { get; }
    public abstract string Save { get; }

    public static NewProjectTexts For(Language language) => language is Language.German ? German : English;

    /// <summary>How many similar projects there are.</summary>
    /// <param name="projects">All of them.</param>
    /// <param name="warnings">Those that are so much alike that they want an answer.</param>
    public abstract string Found(int projects, int warnings);

    public abstract string NameOf(DuplicateAnswer answer);

    /// <summary>From when on something can be taken over.</summary>
    public abstract string From(string date);
}
