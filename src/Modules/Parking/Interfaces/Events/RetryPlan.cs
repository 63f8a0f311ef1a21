namespace Modellstadt.Parking.Interfaces.Events;

/// <summary>When a message that was not taken is tried again: after 10 seconds, then four times as long each time, at most 12 hours; after three days it is given up.</summary>
internal static class RetryPlan
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);
    private static readonly TimeSpan GivesUpAfter = TimeSpan.FromDays(3);

    /// <summary>The next attempt; null when there is none.</summary>
    /// <param name="waitingSince">When the message was written.</param>
    /// <param name="attempts">How many attempts have failed, this one included.</param>
    /// <param name="now">The present.</param>
    public static DateTimeOffset? Next(DateTimeOffset waitingSince, int attempts, DateTimeOffset now)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(4, Math.Min(attempts - 1, 10))));
        return now + pause <= waitingSince + GivesUpAfter ? now + pause : null;
    }
}
