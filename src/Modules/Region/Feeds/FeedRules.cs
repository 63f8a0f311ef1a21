using Modellstadt.Region.Projects;

namespace Modellstadt.Region.Feeds;

/// <summary>Decides, from what an entry says alone, whether it may be taken over.</summary>
internal static class FeedRules
{
    private const int LongestId = 120;
    private const int LongestLine = 300;
    private const int LongestText = 4_000;
    private const int MostNames = 60;

    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    /// <summary>Why not; null when it may.</summary>
    /// <param name="entry">What was told.</param>
    /// <param name="town">Whose feed it is.</param>
    /// <param name="after">The number before it.</param>
    /// <param name="demo">Whether the reader is a demonstration.</param>
    /// <param name="now">The present.</param>
    public static FeedFailure? Refuse(FeedEntry entry, string town, long after, bool demo, DateTimeOffset now)
    {
        if (entry.Town != town || entry.Project.Lead.Ags != town || (ProjectIds.TownOf(entry.Project.Id) ?? town) != town)
            return FeedFailure.ForeignProject;
        if (entry.Demo && !demo)
            return FeedFailure.Demonstration;
        return entry.Number > after && entry.At <= now + Ahead && IsSound(entry.Project) ? null : FeedFailure.EntryRefused;
    }

    /// <summary>Why a note may not be taken over, whatever its kind; null when it may. As for entries.</summary>
    public static FeedFailure? Refuse(FeedNote note, string town, long after, bool demo, DateTimeOffset now)
    {
        if (note.Town != town)
            return FeedFailure.ForeignProject;
        if (note.Demo && !demo)
            return FeedFailure.Demonstration;
        return note.Number > after && note.At <= now + Ahead ? null : FeedFailure.EntryRefused;
    }

    /// <summary>Pages escape what they show; here only what is too long, or no address, is kept out.</summary>
    private static bool IsSound(Project project) =>
        !HoldsNull(project.Partners, project.Recipients, project.Documents, project.Known) && IsId(project.Id)
        && Fits(project.Title, LongestLine) && project.Title.Length > 0 && Fits(project.Topic, LongestLine) && FitsLong(project.Summary) && FitsLong(project.TransferableResult?.Value)
        && Fits(project.GuidingTheme?.Value, LongestLine) && Fits(project.ContactRole, LongestLine) && Fits(project.Withdrawn?.Reason, LongestLine)
        && project.Partners.Count + project.Recipients.Count <= MostNames
        && project.Partners.Append(project.Lead).All(each => Fits(each.Name, LongestLine) && Fits(each.Ags, 8)) && project.Recipients.All(name => Fits(name, LongestLine))
        && (project.Software is not { } software || (software.IsSound && software.Figures.All(figure => Fits(figure.Value, LongestText))))
        && project.Documents.Count <= ProjectDocument.Most && project.Documents.All(IsSound) && project.Known.Count <= KnownProject.Most && project.Known.All(IsSound)
        && IsAddress(project.Source) && Sources(project).All(source => Fits(source, LongestText))
        && Sums(project).All(cents => cents is >= 0 and <= 100_000_000_000_00);

    private static bool IsSound(ProjectDocument document) =>
        Fits(document.Title, LongestLine) && document.Address.Length <= LongestText && ProjectDocument.IsAddress(document.Address) && Licences.IsIdentifier(document.Licence);

    private static bool IsSound(KnownProject known) => IsId(known.Id) && Fits(known.Title, LongestLine) && Fits(known.Town, LongestLine) && Fits(known.Reason, LongestLine);

    /// <summary>What reads JSON takes null for anything in a list.</summary>
    private static bool HoldsNull(params IEnumerable<object?>[] lists) => lists.Any(list => list.Contains(null));

    private static bool IsId(string id) =>
        id.Length is > 0 and <= LongestId && id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter is '-');

    private static bool Fits(string? text, int longest) => text is null || (text.Length <= longest && !text.Any(char.IsControl));

    private static bool FitsLong(string? text) => text is null || (text.Length <= LongestText && text.All(letter => letter == '\n' || !char.IsControl(letter)));

    private static bool IsAddress(string source) =>
        source.Length <= LongestText && Uri.TryCreate(source, UriKind.Absolute, out var address) && address.Scheme is "https" or "http";

    private static IEnumerable<string?> Sources(Project project) =>
        [project.Pillar.Source, project.State.Source, project.GuidingTheme?.Source, project.Start?.Source, project.End?.Source, project.GrantedOn?.Source, project.Total?.Source, project.StateShare?.Source, project.TransferableResult?.Source, project.TransferableFrom?.Source, .. project.Software?.Figures.Select(figure => figure.Source) ?? []];

    private static IEnumerable<long> Sums(Project project) => new[] { project.Total, project.StateShare }.OfType<Figure<Amount>>().Select(sum => sum.Value.Cents);
}
