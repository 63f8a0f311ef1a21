using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.TrustServices.WalletProvider;

/// <summary>
/// Proofs that a wallet holds its keys, made like those of OpenID4VCI 1.0, Appendix F.1, for the wallet provider: it stores nothing, neither
/// keys nor wallets.
/// </summary>
internal sealed class ProviderNonces(KeyFiles files, IOptions<TownOptions> town, TimeProvider time, RandomSource random)
{
    /// <summary>The addresses of the provider stand below this one.</summary>
    public const string Path = "/demo/wallet-provider";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly NonceMint mint = new(files.ReadOrDraw("demo-wallet-provider-nonces.key", random), Lifetime);

    /// <summary>The provider's identifier, the audience of proofs.</summary>
    public string Provider => town.Value.At(Path);

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost($"{Path}/nonce", (ProviderNonces nonces, HttpContext context) =>
        {
            context.NeverStore();
            return Results.Json(new JsonObject { ["nonce"] = nonces.Create() });
        }).OpenToWallets().LimitBody(1024).RequireRateLimiting(nameof(AttestationLimit));

    /// <summary>The keys that these proofs show, when they are young and answer a nonce of this provider.</summary>
    public Checked<ProvedKeys> Check(IReadOnlyList<string> proofs)
    {
        var now = time.GetUtcNow();
        return KeyProofs.Check(proofs, new KeyProofRules(Provider, now)).Then(
            proved => mint.Check(proved.Nonce, Provider, now).Then<ProvedKeys>(_ => proved));
    }

    private string Create() => mint.Create(Provider, time.GetUtcNow(), random.Fill);
}
