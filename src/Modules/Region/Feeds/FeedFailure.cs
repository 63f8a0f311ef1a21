namespace Modellstadt.Region.Feeds;

/// <summary>Why the feed of a town was not read any further. What was taken over before stays.</summary>
internal enum FeedFailure
{
    /// <summary>Nobody answers, or with an error.</summary>
    Unreachable,

    /// <summary>The answer is no feed, or too large.</summary>
    Unreadable,

    /// <summary>Another key signs than the one that was entered for the town.</summary>
    ForeignKey,

    /// <summary>The newest number is smaller than one that was read: an old state is shown again.</summary>
    RolledBack,

    /// <summary>An entry is not signed by the town, or cannot be meant so.</summary>
    EntryRefused,

    /// <summary>The town speaks about a project of another town.</summary>
    ForeignProject,

    /// <summary>A demonstration tells a real town something.</summary>
    Demonstration,
}
