namespace Modellstadt.Region.Projects;

/// <summary>Something that is said of a project, with the place where it stands.</summary>
/// <param name="Value">What is said.</param>
/// <param name="Source">An address, or words that name the source.</param>
/// <param name="Confidence">How far it can be relied on.</param>
internal sealed record Figure<T>(T Value, string Source, Confidence Confidence) where T : notnull;

/// <summary>How far a figure can be relied on, as <c>data/README.md</c> defines it. What was not found has no figure.</summary>
internal enum Confidence
{
    /// <summary>Official: the profile sheet of the project, or its town itself.</summary>
    High,

    /// <summary>Press, research, or a page without a date.</summary>
    Medium,

    /// <summary>Derived, announced or contradictory.</summary>
    Low,

    /// <summary>Made up, in demonstrations only.</summary>
    Demo,
}

/// <summary>A sum of money.</summary>
/// <param name="Cents">Euro cents.</param>
/// <param name="Rounded">True when its source rounds, as the press does.</param>
internal readonly record struct Amount(long Cents, bool Rounded);
