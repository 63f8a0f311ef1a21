using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Projects;

/// <summary>Why something about a project was refused.</summary>
internal abstract class ProjectRefusalTexts : ITexts<ProjectRefusalTexts>
{
    private static readonly ProjectRefusalTexts German = new GermanProjectRefusalTexts();
    private static readonly ProjectRefusalTexts English = new EnglishProjectRefusalTexts();

    public abstract RefusalText NoSuchProject { get; }
    public abstract RefusalText NoSuchTown { get; }
    public abstract RefusalText ChangeNeedsReason { get; }
    public abstract RefusalText NothingChanged { get; }
    public abstract RefusalText EndsBeforeStart { get; }
    public abstract RefusalText ShareAboveTotal { get; }
    public abstract RefusalText NewProjectFormUnusable { get; }
    public abstract RefusalText NewProjectOvertaken { get; }

    public static ProjectRefusalTexts For(Language language) => language is Language.German ? German : English;

    public abstract RefusalText ProjectOfAnotherTown(string town);

    public abstract RefusalText ProjectFieldUnusable(string field, string text);

    public abstract RefusalText FigureNeedsSource(string field);

    public abstract RefusalText ProjectChangedMeanwhile(int version);

    public abstract RefusalText DuplicateUnanswered(string title);
}
