using System.Collections.Concurrent;
using Modellstadt.Protocols.Credentials.StatusLists;

namespace Modellstadt.Testing.Faults;

/// <summary>Copies that a wallet has received together.</summary>
/// <param name="PermitNumber">The permit they show; null for other cards.</param>
/// <param name="Entries">Their places in the status list.</param>
internal sealed record ReceivedBatch(string? PermitNumber, IReadOnlyList<StatusReference> Entries);

/// <summary>What the town has acknowledged: whatever stands here must be there after every kill.</summary>
internal sealed class Diary
{
    private int startedAgain;
    private int journeys;

    /// <summary>Offers whose id was answered.</summary>
    public ConcurrentBag<Guid> Offers { get; } = [];

    /// <summary>Received copies, in the order in which they came.</summary>
    public ConcurrentQueue<ReceivedBatch> Batches { get; } = [];

    /// <summary>Permits by number, with the plates on them, that a wallet has received.</summary>
    public ConcurrentDictionary<string, string> Permits { get; } = [];

    /// <summary>Numbers of permits that a clerk wants to revoke: before the town has answered, either state is right.</summary>
    public ConcurrentDictionary<string, bool> RevocationsAsked { get; } = [];

    /// <summary>Numbers of permits whose revocation was answered.</summary>
    public ConcurrentDictionary<string, bool> RevocationsAcknowledged { get; } = [];

    /// <summary>What should not have happened, in words.</summary>
    public ConcurrentQueue<string> Findings { get; } = [];

    /// <summary>How often a person had to begin a case anew, because an answer was cut off between two modules.</summary>
    public int StartedAgain => startedAgain;

    /// <summary>Ways to a permit or to a refusal that came to their end.</summary>
    public int Journeys => journeys;

    public void BeginAgain() => Interlocked.Increment(ref startedAgain);

    public void EndJourney() => Interlocked.Increment(ref journeys);
}
