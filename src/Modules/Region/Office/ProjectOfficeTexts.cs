using Modellstadt.Kernel.Texts;

namespace Modellstadt.Region.Office;

/// <summary>What the project office reads.</summary>
internal abstract class ProjectOfficeTexts : ITexts<ProjectOfficeTexts>
{
    private static readonly ProjectOfficeTexts German = new GermanProjectOfficeTexts();
    private static readonly ProjectOfficeTexts English = new EnglishProjectOfficeTexts();

    public abstract string Title { get; }
    public abstract string Lead { get; }
    public abstract string ToList { get; }
    public abstract string ToShowroom { get; }
    public abstract string Change { get; }
    public abstract string DateHint { get; }
    public abstract string SumHint { get; }
    public abstract string EmptyHint { get; }
    public abstract string LinesHint { get; }
    public abstract string DocumentsHint { get; }
    public abstract string NewFigures { get; }
    public abstract string Source { get; }
    public abstract string SourceHint { get; }
    public abstract string Reason { get; }
    public abstract string ReasonHint { get; }
    public abstract string Save { get; }
    public abstract string Meanwhile { get; }
    public abstract string Field { get; }
    public abstract string Theirs { get; }
    public abstract string Yours { get; }
    public abstract string Empty { get; }
    public abstract string None { get; }
    public abstract string NoneHint { get; }

    public static ProjectOfficeTexts For(Language language) => language is Language.German ? German : English;

    public abstract string TheirReason(int version, string reason);
}
