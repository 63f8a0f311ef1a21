using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.Credentials.StatusLists;
using Modellstadt.Protocols.Credentials.Trust;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Verifier.Trust;

namespace Modellstadt.Verifier.Statuses;

/// <summary>
/// Verified status lists (Token Status List §8.3). Lists of other modules are asked for every time, since that costs nothing and
/// a revocation counts at once; fetched lists are kept as long as they say themselves, within bounds, and what happens while one
/// cannot be had is the town's decision (<see cref="StatusOutage"/>).
/// </summary>
internal sealed class StatusLists(IEnumerable<IStatusListSource> sources, HttpStatusLists http, IssuerTrust trust, IOptions<VerifierOptions> options, TimeProvider time)
{
    private const int MaxKept = 500;
    // §11.5: no list, whatever it says about itself and whether it is good or not, is fetched more often than this.
    private static readonly TimeSpan ShortestLife = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestLife = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, KeptStatusList> kept = new();

    /// <summary>The status of a presented credential; a refusal when it cannot be established.</summary>
    public async Task<Checked<byte>> ReadAsync(CheckedCredential credential, CancellationToken cancellationToken)
    {
        var list = await FindAsync(credential, cancellationToken);
        if (list.Error is { Code: ErrorCodes.StatusUnavailable } && OutageOf(credential) is StatusOutage.Accept)
            return StatusValues.Valid;
        return list.Then(token => token.List.StatusAt(credential.Status!.Index));
    }

    /// <summary>What another installation has issued is as good as its last word: no setting of this town stretches it.</summary>
    private StatusOutage OutageOf(CheckedCredential credential) => IssuerOf(credential) is not { ElsewhereAt: null } ? StatusOutage.Refuse : OutageByRule(credential);

    private TrustedIssuer? IssuerOf(CheckedCredential credential) => trust.IssuerOf(credential.CredentialType, credential.Issuer);

    private StatusOutage OutageByRule(CheckedCredential credential) =>
        options.Value.StatusOutageRules.FirstOrDefault(rule => rule.CredentialType == credential.CredentialType)?.Outage ?? options.Value.StatusOutage;

    private async Task<Checked<StatusListToken>> FindAsync(CheckedCredential credential, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(credential.Status!.Uri, UriKind.Absolute, out var address))
            return new ProtocolError(ErrorCodes.StatusList, "Token Status List §6.2", "The address of the status list is not an absolute URI.");
        var known = KeptFor(credential);
        foreach (var source in sources)
        {
            if (await source.TryReadAsync(address, cancellationToken) is { } token)
                return known.Text == token && known.Good(time.GetUtcNow()) is { } good ? good : Verify(new RetrievedStatusList.Jwt(token), credential, known);
        }

        return await FetchAsync(address, credential, known, cancellationToken);
    }

    /// <summary>One at a time: a list that has just gone stale is fetched once, not by everybody who waits for it.</summary>
    private async Task<Checked<StatusListToken>> FetchAsync(Uri address, CheckedCredential credential, KeptStatusList known, CancellationToken cancellationToken)
    {
        if (known.Fresh(time.GetUtcNow()) is { } fresh)
            return fresh;

        await known.Fetching.WaitAsync(cancellationToken);
        try
        {
            var now = time.GetUtcNow();
            if (known.Fresh(now) is { } meanwhile)
                return meanwhile;
            if (now < known.FetchAgainAt)
                return OutOfReach(credential, known, known.Failure ?? Unavailable("The status list has ended and was fetched a moment ago."), now);

            known.FetchAgainAt = now + ShortestLife;
            known.Failure = null;
            var fetched = await http.TryReadAsync(address, IssuerOf(credential)?.ElsewhereAt, cancellationToken) is { } retrieved ? Verify(retrieved, credential, known) : Unavailable("The status list cannot be fetched.");
            known.Failure = fetched.Error;
            return fetched.Error is null ? fetched : OutOfReach(credential, known, fetched.Error, now);
        }
        finally
        {
            known.Fetching.Release();
        }
    }

    /// <summary>The last list that held, where the town goes by it; otherwise the failure.</summary>
    private Checked<StatusListToken> OutOfReach(CheckedCredential credential, KeptStatusList known, ProtocolError failure, DateTimeOffset now) =>
        OutageOf(credential) is not StatusOutage.Refuse && known.Good(now) is { } good ? good : failure;

    private Checked<StatusListToken> Verify(RetrievedStatusList retrieved, CheckedCredential credential, KeptStatusList known)
    {
        var now = time.GetUtcNow();
        var (address, type) = (credential.Status!.Uri, credential.CredentialType);
        var verified = retrieved switch
        {
            RetrievedStatusList.Jwt jwt => StatusListToken.Verify(jwt.Text, address, signed => trust.Find(type, signed).Then(KeyOf), now),
            RetrievedStatusList.Cwt cwt => StatusListCwt.Verify(cwt.Bytes, address, signed => trust.Find(type, signed.Headers).Then(KeyOf), now),
            _ => throw new ArgumentOutOfRangeException(nameof(retrieved), retrieved, "An unknown format."),
        };
        return verified.Then<StatusListToken>(token =>
        {
            var life = token.TimeToLive ?? ShortestLife;
            known.Keep(token, (retrieved as RetrievedStatusList.Jwt)?.Text, now + (life < ShortestLife ? ShortestLife : life > LongestLife ? LongestLife : life));
            return token;
        });

        // Whoever is trusted for one credential does not get to revoke another authority's.
        Checked<VerificationKey> KeyOf(TrustedCertificate signer) => IssuerTrust.IsSame(signer.Anchor, credential.Issuer.Anchor)
            ? signer.Key
            : new ProtocolError(ErrorCodes.UntrustedIssuer, "Token Status List §11.3", "The status list comes from another authority than the credential.");
    }

    /// <summary>A list is verified for one authority only, and kept for that one.</summary>
    private KeptStatusList KeptFor(CheckedCredential credential)
    {
        if (kept.Count >= MaxKept)
            kept.Clear();
        return kept.GetOrAdd($"{TrustedCertificate.HashOf(credential.Issuer.Anchor)} {credential.Status!.Uri}", _ => new KeptStatusList());
    }

    private static ProtocolError Unavailable(string detail) => new(ErrorCodes.StatusUnavailable, "Token Status List §8.3", detail);
}
