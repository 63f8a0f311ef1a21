using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Attestation;

namespace Modellstadt.TrustServices.WalletProvider;

/// <summary>
/// Attests a wallet that proves to hold a key (OpenID4VCI 1.0, Appendix E). All wallets get the same client identifier and full hours: two
/// attestations differ in their key and nothing else. A real provider looks at app and device first; this one cannot.
/// </summary>
internal sealed class AttestWallet(ProviderNonces nonces, [FromKeyedServices(TrustInTheDemo.KeyName)] WalletProviderKeys keys, IOptions<TownOptions> town, IOptions<TrustServicesOptions> options, TimeProvider time)
{
    private const int MaxBody = 16 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost($"{ProviderNonces.Path}/wallet-attestations", Answer).OpenToWallets().LimitBody(MaxBody).RequireRateLimiting(nameof(AttestationLimit));

    /// <summary>The attestation, or why the proof does not hold.</summary>
    public Checked<string> Attest(string proof) => nonces.Check([proof]).Then<string>(proved =>
    {
        var (issued, end) = AttestationTimes.For(time.GetUtcNow(), options.Value.AttestationLifetime);
        var (signing, x5c) = keys.Current;
        return new WalletAttestation(ClientId(town.Value), proved.Keys[0], end) { IssuedAt = issued, WalletName = $"DEMO Wallet {town.Value.Name}", WalletLink = town.Value.WalletUrl.OriginalString }
            .Sign(signing, x5c);
    });

    /// <summary>What every wallet of this kind is called: the address of the wallet app.</summary>
    public static string ClientId(TownOptions town) => town.WalletUrl.GetLeftPart(UriPartial.Authority);

    private static IResult Answer(Question question, AttestWallet attest, HttpContext context)
    {
        context.NeverStore();
        return attest.Attest(question.Proof ?? "").TryGetValue(out var attestation, out var error)
            ? Results.Json(new JsonObject { ["wallet_attestation"] = attestation })
            : context.WalletError(error.Code, error.Clause, error.Detail, StatusCodes.Status400BadRequest);
    }

    /// <summary>What a wallet sends.</summary>
    /// <param name="Proof">Of its key, for this provider, under a nonce of it.</param>
    internal sealed record Question([property: JsonPropertyName("proof")] string? Proof);
}
