namespace Modellstadt.Region.Projects;

/// <summary>Names of new projects in addresses: the town's key, then the words of the title. So two towns never name two projects alike.</summary>
internal static class ProjectIds
{
    /// <summary>Longest part of the title, characters: with the key and a number behind it the ledger of funding still takes the name.</summary>
    private const int LongestWords = 75;

    /// <summary>Names for a project; the first that is free is taken.</summary>
    /// <param name="ags">The town that leads it.</param>
    /// <param name="title">Its title.</param>
    public static IEnumerable<string> For(string ags, string title)
    {
        var words = ProjectRows.IdOf(title);
        var name = $"{ags}-{(words.Length > LongestWords ? words[..LongestWords] : words)}".TrimEnd('-');
        return Enumerable.Range(1, int.MaxValue).Select(number => number == 1 ? name : $"{name}-{number}");
    }

    /// <summary>The key of the town that alone may give this name; null when it says none, as names of the collection do.</summary>
    public static string? TownOf(string id) => id.Split('-')[0] is { Length: 5 or 8 } key && key.All(char.IsAsciiDigit) ? key : null;
}
