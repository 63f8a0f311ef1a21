namespace Modellstadt.Region.Indicators;

/// <summary>Decides whether what a town says of itself is taken over.</summary>
internal static class IndicatorRules
{
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    /// <summary>Why not; null when it is.</summary>
    /// <param name="answer">What the town published.</param>
    /// <param name="source">Whose address it came from, and whom to believe there.</param>
    /// <param name="before">When the figures were counted that are known already; null when there are none.</param>
    /// <param name="demo">Whether the reader is a demonstration.</param>
    /// <param name="now">The present.</param>
    public static IndicatorFailure? Refuse(SignedIndicators answer, FeedSource source, DateTimeOffset? before, bool demo, DateTimeOffset now)
    {
        if (answer.Key.Thumbprint != source.Key)
            return IndicatorFailure.ForeignKey;
        if (answer.Open() is not { } read)
            return IndicatorFailure.Unreadable;
        if (read.Town != source.Town)
            return IndicatorFailure.ForeignTown;
        if (read.Demo && !demo)
            return IndicatorFailure.Demonstration;
        return read.At < before || read.At > now + Ahead ? IndicatorFailure.WrongTime : null;
    }
}
