using System.Net.Http.Headers;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Attestation;
using Modellstadt.Protocols.OpenId4Vc.Authorization;

namespace Modellstadt.Testing;

/// <summary>A wallet's key and what its provider says of it.</summary>
/// <param name="Key">The key of the attestation.</param>
/// <param name="Attestation">The provider's word.</param>
public sealed record WalletInstance(SigningKey Key, string Attestation);

/// <summary>
/// Proves, on a wallet's way to an issuer, who the wallet is: DPoP proofs (RFC 9449) and wallet attestations, with the nonces and
/// challenges that the issuer gave. It asks again once when a fresh one is demanded.
/// </summary>
/// <param name="town">The way.</param>
/// <param name="time">The wallet's clock.</param>
/// <param name="random">Its randomness.</param>
public sealed class ProvingLine(HttpMessageHandler town, TimeProvider time, RandomFill random) : DelegatingHandler(town)
{
    private const int IdBytes = 16;

    private string? nonce;
    private string? challenge;

    /// <summary>The key that tokens are bound to; null for bearer tokens.</summary>
    public SigningKey? DpopKey { get; set; }

    /// <summary>Whose attestation goes with requests to the authorization server; null for none.</summary>
    public WalletInstance? Instance { get; set; }

    /// <summary>The authorization server's identifier: the audience of proofs.</summary>
    public string? Server { get; set; }

    /// <summary>The client that stands in proofs of the attestation, for servers of older drafts; null for the current one.</summary>
    public string? ClientId { get; set; }

    /// <summary>What an attacker changes about a request before it leaves.</summary>
    public Action<HttpRequestMessage>? Alter { get; set; }

    /// <summary>The last proof sent; attackers send it again.</summary>
    public string? LastProof { get; private set; }

    /// <summary>The proof for a request, as an honest wallet makes it.</summary>
    public string Prove(HttpRequestMessage request, string? accessToken, SigningKey? key = null) =>
        DpopProof.Create(key ?? DpopKey!, new DpopRules(request.Method.Method, request.RequestUri!, time.GetUtcNow()) { AccessToken = accessToken }, nonce, random);

    /// <summary>The proof of possession of the wallet's attestation.</summary>
    public string ProveInstance(SigningKey? key = null, string? audience = null) =>
        new WalletAttestationProof(NewId(), time.GetUtcNow(), challenge).Sign(key ?? Instance!.Key, audience ?? Server!, ClientId);

    /// <inheritdoc />
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsByteArrayAsync(cancellationToken);
        var accessToken = request.Headers.Authorization?.Parameter;
        Prepare(request, accessToken);
        var answer = await base.SendAsync(request, cancellationToken);
        if (!Learn(answer) || request.Method != HttpMethod.Post || !await AsksForFreshAsync(answer, cancellationToken))
            return answer;
        using var again = Copy(request, body, accessToken);
        Prepare(again, accessToken);
        answer.Dispose();
        answer = await base.SendAsync(again, cancellationToken);
        Learn(answer);
        return answer;
    }

    private static HttpRequestMessage Copy(HttpRequestMessage request, byte[]? body, string? accessToken)
    {
        var copy = new HttpRequestMessage(request.Method, request.RequestUri);
        if (body is not null)
        {
            copy.Content = new ByteArrayContent(body);
            copy.Content.Headers.ContentType = request.Content!.Headers.ContentType;
        }

        if (accessToken is not null)
            copy.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        return copy;
    }

    private static async Task<bool> AsksForFreshAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (answer.IsSuccessStatusCode)
            return false;
        await answer.Content.LoadIntoBufferAsync(cancellationToken);
        return StrictJson.ParseObject(await answer.Content.ReadAsByteArrayAsync(cancellationToken)).TryGetValue(out var error, out _)
            && error.Text("error") is AuthorizationErrors.UseDpopNonce or AttestationErrors.UseAttestationChallenge;
    }

    private void Prepare(HttpRequestMessage request, string? accessToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        var atServer = path.EndsWith("/par", StringComparison.Ordinal) || path.EndsWith("/token", StringComparison.Ordinal);
        if (DpopKey is not null && (atServer || accessToken is not null))
        {
            LastProof = Prove(request, accessToken);
            request.Headers.Add(DpopProof.Scheme, LastProof);
            if (accessToken is not null)
                request.Headers.Authorization = new AuthenticationHeaderValue(DpopProof.Scheme, accessToken);
        }

        if (Instance is not null && atServer)
        {
            request.Headers.Add(WalletAttestation.HeaderName, Instance.Attestation);
            request.Headers.Add(WalletAttestationProof.HeaderName, ProveInstance());
        }

        Alter?.Invoke(request);
    }

    /// <summary>True when the answer brought something fresh.</summary>
    private bool Learn(HttpResponseMessage answer)
    {
        var (freshNonce, freshChallenge) = (Header(answer, DpopProof.NonceHeader), Header(answer, WalletAttestationProof.ChallengeHeaderName));
        (nonce, challenge) = (freshNonce ?? nonce, freshChallenge ?? challenge);
        return freshNonce is not null || freshChallenge is not null;
    }

    private static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? values.Single() : null;

    private string NewId()
    {
        var bytes = new byte[IdBytes];
        random(bytes);
        return Base64Url.Encode(bytes);
    }
}
