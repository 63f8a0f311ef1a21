namespace Modellstadt.Region.Reuse.Office;

/// <summary>Take-overs of a table.</summary>
/// <param name="Stories">The take-overs.</param>
/// <param name="Own">Gemeindeschlüssel of this town: it sees the other one.</param>
/// <param name="Titles">Titles of projects by their names in addresses.</param>
internal sealed record ListedStories(IReadOnlyList<ReuseStory> Stories, string Own, IReadOnlyDictionary<string, string> Titles);
