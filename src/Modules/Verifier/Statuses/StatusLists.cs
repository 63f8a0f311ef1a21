using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Verifier.Trust;

namespace Modellstadt.Verifier.Statuses;

/// <summary>
/// Verified status lists (Token Status List §8.3). Lists of other modules are asked for every time, since that costs nothing and
/// a revocation counts at once; fetched lists are kept as long as they say themselves.
/// </summary>
internal sealed class StatusLists(IEnumerable<IStatusListSource> sources, HttpStatusLists http, IssuerTrust trust, TimeProvider time)
{
    private const int MaxKept = 500;
    private static readonly TimeSpan ShortestLife = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Kept> kept = new();
    private readonly SemaphoreSlim fetching = new(1);

    /// <summary>The status of a presented credential; a refusal when it cannot be established.</summary>
    public async Task<Checked<byte>> ReadAsync(CheckedCredential credential, CancellationToken cancellationToken)
    {
        var list = await FindAsync(credential, cancellationToken);
        return list.Then(token => token.List.StatusAt(credential.Status!.Index));
    }

    private async Task<Checked<StatusListToken>> FindAsync(CheckedCredential credential, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(credential.Status!.Uri, UriKind.Absolute, out var address))
            return Unreachable("The address of the status list is not an absolute URI.");
        foreach (var source in sources)
        {
            if (await source.TryReadAsync(address, cancellationToken) is { } token)
                return Verify(token, credential);
        }

        return IsFresh(credential, out var fresh) ? fresh : await FetchAsync(address, credential, cancellationToken);
    }

    /// <summary>One at a time: a list that has just gone stale is fetched once, not by everybody who waits for it.</summary>
    private async Task<Checked<StatusListToken>> FetchAsync(Uri address, CheckedCredential credential, CancellationToken cancellationToken)
    {
        await fetching.WaitAsync(cancellationToken);
        try
        {
            if (IsFresh(credential, out var fresh))
                return fresh;
            return await http.TryReadAsync(address, cancellationToken) is { } fetched
                ? Verify(fetched, credential)
                : Unreachable("The status list cannot be fetched.");
        }
        finally
        {
            fetching.Release();
        }
    }

    private bool IsFresh(CheckedCredential credential, [NotNullWhen(true)] out StatusListToken? fresh)
    {
        var found = kept.TryGetValue(KeyOf(credential), out var list) && time.GetUtcNow() < list.Until;
        fresh = found ? list!.Token : null;
        return found;
    }

    private Checked<StatusListToken> Verify(string text, CheckedCredential credential)
    {
        var now = time.GetUtcNow();
        if (kept.TryGetValue(KeyOf(credential), out var known) && known.Text == text && !(known.Token.ExpiresAt <= now))
            return known.Token;
        return StatusListToken.Verify(text, credential.Status!.Uri, FindSigner, now).Then<StatusListToken>(token => Keep(text, token, credential, now));

        // Whoever is trusted for one credential does not get to revoke another authority's.
        Checked<VerificationKey> FindSigner(CompactJws jws) => trust.Find(credential.CredentialType, jws).Then<VerificationKey>(signer =>
            IssuerTrust.IsSame(signer.Anchor, credential.Issuer.Anchor)
                ? signer.Key
                : new ProtocolError(ErrorCodes.UntrustedIssuer, "Token Status List §11.3", "The status list comes from another authority than the credential."));
    }

    private StatusListToken Keep(string text, StatusListToken token, CheckedCredential credential, DateTimeOffset now)
    {
        if (kept.Count >= MaxKept)
            kept.Clear();
        var life = token.TimeToLive ?? ShortestLife;
        var until = now + (life < ShortestLife ? ShortestLife : life > LongestLife ? LongestLife : life);
        kept[KeyOf(credential)] = new Kept(text, token, token.ExpiresAt < until ? token.ExpiresAt.Value : until);
        return token;
    }

    /// <summary>A list was verified for one authority only.</summary>
    private static string KeyOf(CheckedCredential credential) => $"{TrustedCertificate.HashOf(credential.Issuer.Anchor)} {credential.Status!.Uri}";

    private static ProtocolError Unreachable(string detail) => new(ErrorCodes.StatusList, "Token Status List §8.3", detail);

    private sealed record Kept(string Text, StatusListToken Token, DateTimeOffset Until);
}
