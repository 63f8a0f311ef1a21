using Modellstadt.Kernel.Texts;
using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Showroom;

/// <summary>What visitors read who look for a project, and of projects like it.</summary>
internal abstract class SearchTexts : ITexts<SearchTexts>
{
    private static readonly SearchTexts German = new GermanSearchTexts();
    private static readonly SearchTexts English = new EnglishSearchTexts();

    public abstract string Search { get; }
    public abstract string SearchHint { get; }
    public abstract string Nothing { get; }
    public abstract string NothingHint { get; }
    public abstract string Known { get; }

    public static SearchTexts For(Language language) => language is Language.German ? German : English;

    /// <summary>Which words were found.</summary>
    public abstract string FoundBy(string words);

    /// <summary>Found because its town was asked for.</summary>
    public abstract string FoundByTown(string towns);

    public abstract string NameOf(DuplicateAnswer answer);
}
