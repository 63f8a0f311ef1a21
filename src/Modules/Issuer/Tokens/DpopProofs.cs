using Microsoft.AspNetCore.Http;
using Modellstadt.Issuer.Identities;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Authorization;

namespace Modellstadt.Issuer.Tokens;

/// <summary>Checks the DPoP proof of a request (RFC 9449): at the authorization server, and with the access token at the issuer.</summary>
internal sealed class DpopProofs(ServerNonces nonces, TimeProvider time)
{
    private const int KeptKeys = 4_096;

    // A wallet shows one key at several doors: its import costs more than the check.
    private readonly BoundedCache<string, VerificationKey> keys = new(KeptKeys);

    /// <summary>True when the request carries a proof.</summary>
    public static bool IsIn(HttpRequest request) => request.Headers.ContainsKey(DpopProof.Scheme);

    /// <summary>The key that the sender holds, and what marks the proof as used; or `invalid_dpop_proof`, `use_dpop_nonce`.</summary>
    /// <param name="request">The request.</param>
    /// <param name="issuer">Whose address it is.</param>
    /// <param name="path">The address below the issuer's own, as wallets know it.</param>
    /// <param name="accessToken">The token that the proof goes with; null at the authorization server.</param>
    public Checked<ProvedSender> Check(HttpRequest request, HostedIssuer issuer, string path, string? accessToken = null)
    {
        // RFC 9449 section 4.3 (1).
        if (request.Headers[DpopProof.Scheme] is not [{ Length: > 0 } text])
            return new ProtocolError(AuthorizationErrors.InvalidDpopProof, "RFC 9449 §4.3 (1)", "There is not exactly one DPoP proof.");
        var rules = new DpopRules(request.Method, issuer.At(path), time.GetUtcNow()) { AccessToken = accessToken, Import = Import };
        if (!DpopProof.Check(text, rules).TryGetValue(out var proof, out var error))
            return error;
        if (!nonces.IsForDpop(proof.Nonce, issuer))
            return new ProtocolError(AuthorizationErrors.UseDpopNonce, "RFC 9449 §8", "The proof does not answer a nonce of this server.");
        var replay = new ProtocolError(AuthorizationErrors.InvalidDpopProof, "RFC 9449 §11.1", "The proof was used before.");
        return new ProvedSender(proof.Thumbprint, new UsedMark($"dpop.{proof.Id}", proof.EndsAt, replay));
    }

    /// <summary>Gives a nonce for the next proof (RFC 9449, section 8.2).</summary>
    public void GiveNonce(HttpResponse response, HostedIssuer issuer) => response.Headers[DpopProof.NonceHeader] = nonces.ForDpop(issuer);

    private VerificationKey Import(JsonWebKey key) => keys.TryGet(key.Thumbprint, out var kept) ? kept : keys.Keep(key.Thumbprint, VerificationKey.Import(key));
}

/// <summary>Who sent a request, by the key they hold.</summary>
/// <param name="Thumbprint">The key.</param>
/// <param name="Mark">Makes the proof good once.</param>
internal sealed record ProvedSender(string Thumbprint, UsedMark Mark);
