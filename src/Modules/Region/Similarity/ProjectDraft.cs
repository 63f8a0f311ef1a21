namespace Modellstadt.Region.Similarity;

/// <summary>What somebody has written so far about a project. Each part may be empty.</summary>
/// <param name="Title">The title so far.</param>
/// <param name="Text">The description so far.</param>
/// <param name="Topic">The topic, when it is already chosen.</param>
/// <param name="Place">Where it is to take place.</param>
internal sealed record ProjectDraft(string Title, string Text, string? Topic = null, string? Place = null);
