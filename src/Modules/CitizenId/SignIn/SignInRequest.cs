using Modellstadt.Kernel.Web;
using Modellstadt.Verifier;

namespace Modellstadt.CitizenId.SignIn;

/// <summary>A question to the wallet by which somebody wants to sign in. Deleted when it has led to a session.</summary>
internal sealed class SignInRequest
{
    /// <summary>Identifier; stands in the address of its page.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the secret of the browser that asked.</summary>
    public required string BrowserHash { get; init; }

    /// <summary>True when the wallet is on another device.</summary>
    public bool CrossDevice { get; init; }

    /// <summary>Where it goes on afterwards: a path of this portal.</summary>
    public required string ReturnPath { get; init; }

    /// <summary>The question.</summary>
    public required StartedPresentation Presentation { get; init; }

    /// <summary>Why it led to nothing (<c>StoredRefusal</c>, JSON); null while it waits.</summary>
    public string? Refusal { get; set; }

    /// <summary>When it was started.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>True for the browser that asked.</summary>
    public bool BelongsTo(string? browserSession) => browserSession is not null && BrowserHash == BrowserHashes.Of(browserSession);
}
