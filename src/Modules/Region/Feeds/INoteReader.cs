using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Feeds;

/// <summary>Understands a kind of notes in the feeds of other towns.</summary>
internal interface INoteReader
{
    /// <summary>Which kind.</summary>
    string Kind { get; }

    /// <summary>Takes a note over; its town, number, time and signature hold already. Stored with how far the feed was read.</summary>
    /// <param name="database">The unit of work.</param>
    /// <param name="note">The note.</param>
    /// <param name="key">The key that signed it.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>Why the feed stops at it; null when it was taken over.</returns>
    Task<FeedFailure?> EnterAsync(RegionDb database, FeedNote note, VerificationKey key, CancellationToken cancellationToken);
}
