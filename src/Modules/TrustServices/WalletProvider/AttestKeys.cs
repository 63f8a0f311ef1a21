using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Attestation;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.TrustServices.WalletProvider;

/// <summary>
/// Attests keys of a wallet that proves to hold each of them (OpenID4VCI 1.0, Appendix D), under the nonce of the issuer that shall get the
/// attestation. It claims the lowest level: a browser keeps keys from scripts, but not from whoever owns the device.
/// </summary>
internal sealed class AttestKeys(ProviderNonces nonces, [FromKeyedServices(TrustInTheDemo.KeyName)] WalletProviderKeys keys, IOptions<TrustServicesOptions> options, TimeProvider time)
{
    private const int MaxKeys = 50;
    private const int MaxNonceLength = 512;
    private const int MaxBody = 64 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost($"{ProviderNonces.Path}/key-attestations", Answer).OpenToWallets().LimitBody(MaxBody).RequireRateLimiting(nameof(AttestationLimit));

    /// <summary>The attestation, or why a proof does not hold.</summary>
    public Checked<string> Attest(IReadOnlyList<string> proofs, string? issuerNonce)
    {
        if (proofs.Count is 0 or > MaxKeys || issuerNonce is { Length: 0 or > MaxNonceLength })
            return new ProtocolError(IssuanceErrors.InvalidProof, "OpenID4VCI 1.0 App. D.1", $"1 to {MaxKeys} keys are attested at once, under a nonce of at most {MaxNonceLength} characters.");
        return nonces.Check(proofs).Then<string>(proved =>
        {
            var (issued, end) = AttestationTimes.For(time.GetUtcNow(), options.Value.AttestationLifetime);
            var (signing, x5c) = keys.Current;
            return new KeyAttestation(proved.Keys, issued)
            {
                ExpiresAt = end,
                Nonce = issuerNonce,
                KeyStorage = [AttackPotential.Basic],
                UserAuthentication = [AttackPotential.Basic],
            }.Sign(signing, x5c);
        });
    }

    private static IResult Answer(Question question, AttestKeys attest, HttpContext context)
    {
        context.NeverStore();
        return attest.Attest(question.Proofs ?? [], question.Nonce).TryGetValue(out var attestation, out var error)
            ? Results.Json(new JsonObject { ["key_attestation"] = attestation })
            : context.WalletError(error.Code, error.Clause, error.Detail, StatusCodes.Status400BadRequest);
    }

    /// <summary>What a wallet sends.</summary>
    /// <param name="Proofs">One of each key, for this provider, under a nonce of it.</param>
    /// <param name="Nonce">`c_nonce` of the issuer, or null when it gives none.</param>
    internal sealed record Question([property: JsonPropertyName("proofs")] IReadOnlyList<string>? Proofs, [property: JsonPropertyName("nonce")] string? Nonce);
}
