using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.StatusLists;

namespace Modellstadt.Verifier.Statuses;

/// <summary>What is known of one status list of one authority: the last token that held, and how the last attempt to fetch it ended.</summary>
internal sealed class KeptStatusList
{
    // One reference, replaced as a whole: readers need no lock.
    private volatile Content? content;

    /// <summary>Held while the list is fetched.</summary>
    public SemaphoreSlim Fetching { get; } = new(1);

    /// <summary>Before this time the list is not fetched again, good or not; read and written while <see cref="Fetching"/> is held.</summary>
    public DateTimeOffset FetchAgainAt { get; set; }

    /// <summary>Why the last attempt brought no list; null when it did. Read and written while <see cref="Fetching"/> is held.</summary>
    public ProtocolError? Failure { get; set; }

    /// <summary>The text of the last token, when it was a JWT.</summary>
    public string? Text => content?.Text;

    /// <summary>The last token, while it is as young as it demands.</summary>
    public StatusListToken? Fresh(DateTimeOffset now) => content is { } last && now < last.FreshUntil && !(last.Token.ExpiresAt <= now) ? last.Token : null;

    /// <summary>The last token, until its own end; null when it has none or is over.</summary>
    public StatusListToken? Good(DateTimeOffset now) => content is { } last && last.Token.ExpiresAt > now ? last.Token : null;

    /// <summary>Keeps a token that held.</summary>
    public void Keep(StatusListToken token, string? text, DateTimeOffset freshUntil) => content = new Content(token, text, freshUntil);

    private sealed record Content(StatusListToken Token, string? Text, DateTimeOffset FreshUntil);
}
