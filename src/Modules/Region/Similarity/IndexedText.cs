namespace Modellstadt.Region.Similarity;

/// <summary>A project as the index compares it.</summary>
/// <param name="Project">The project.</param>
/// <param name="Words">Its features.</param>
/// <param name="Towns">The names of its town, as features.</param>
internal sealed record IndexedText(ProjectText Project, Fingerprint Words, IReadOnlyList<uint> Towns);

/// <summary>A project and how alike it is to what is looked for.</summary>
/// <param name="Text">The project.</param>
/// <param name="Likeness">From 0 to 1.</param>
internal sealed record LikeText(IndexedText Text, float Likeness);
