namespace Modellstadt.Region.Similarity;

/// <summary>What the index knows of a project.</summary>
/// <param name="Id">Its id; a second project with the same id replaces the first.</param>
/// <param name="Town">The town that publishes it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Text">Its description, perhaps with HTML.</param>
/// <param name="Topic">Its topic as the register names it; null when it has none. Projects of one topic vouch for each other.</param>
/// <param name="Place">Where it takes place when that is not simply its town, for example a district; null when unknown.</param>
internal sealed record ProjectText(string Id, string Town, string Title, string Text, string? Topic = null, string? Place = null);
