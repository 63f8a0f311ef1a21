using System.Collections.Concurrent;

namespace Modellstadt.Accounts.Clients;

/// <summary>
/// Which clients may ask at this moment, from memory: a token is checked thousands of times a second. What is remembered is read anew
/// after <see cref="Remembered"/>, so a client that is locked loses its tokens within that time in every process, at once in this one.
/// </summary>
internal sealed class LiveClients(ClientDirectory directory, TimeProvider time)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<Guid, Seen> clients = new();

    /// <summary>The client; null when there is none, or it is locked. Only ids out of tokens that the town signed are looked up: nobody fills the memory.</summary>
    public async ValueTask<KnownClient?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (!clients.TryGetValue(id, out var seen) || (now - seen.At).Duration() >= Remembered)
            clients[id] = seen = new Seen(await directory.FindAsync(id, cancellationToken), now);
        return seen.Client is { Locked: false } client ? client : null;
    }

    /// <summary>Reads this client anew at the next question.</summary>
    public void Forget(Guid id) => clients.TryRemove(id, out _);

    private sealed record Seen(KnownClient? Client, DateTimeOffset At);
}
