namespace Modellstadt.Region.Indicators;

/// <summary>Why the figures of a town were not taken over. Those that were taken over before stay, with their date.</summary>
internal enum IndicatorFailure
{
    /// <summary>Nobody answers, or with an error.</summary>
    Unreachable,

    /// <summary>The answer holds no figures, is too large, or not computed by the same method.</summary>
    Unreadable,

    /// <summary>Another key signs than the one that was entered for the town.</summary>
    ForeignKey,

    /// <summary>The town speaks about another one.</summary>
    ForeignTown,

    /// <summary>The figures are older than those that were read before, or from the future.</summary>
    WrongTime,

    /// <summary>A demonstration tells a real town something.</summary>
    Demonstration,
}
