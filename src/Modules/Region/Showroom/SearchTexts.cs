using Modellstadt.Kernel.Texts;
using Modellstadt.Region.Projects;
using Modellstadt.Region.Similarity;

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
    public abstract string MadeUp { get; }
    public abstract string ToSearch { get; }

    public static SearchTexts For(Language language) => language is Language.German ? German : English;

    /// <summary>What a project was found by: words, its town, or a spelling that is only alike.</summary>
    public string Reason(SimilarProject found)
    {
        var parts = new[] { found.SharedWords is [] ? null : string.Join(", ", found.SharedWords), found.Place is { } town ? ProjectOf(town) : null };
        return FoundBy(string.Join("; ", parts.OfType<string>()) is { Length: > 0 } known ? known : AlikeInSpelling);
    }

    public abstract string NameOf(DuplicateAnswer answer);

    protected abstract string AlikeInSpelling { get; }

    protected abstract string FoundBy(string reasons);

    protected abstract string ProjectOf(string town);
}
