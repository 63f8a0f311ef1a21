using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Attestation;
using Modellstadt.Wallets.Instances;
using Modellstadt.Wallets.Web;

namespace Modellstadt.Wallets.Provider;

/// <summary>
/// Attests a wallet for one key (OpenID4VCI 1.0, Appendix E), which a wallet makes anew for each issuer. All wallets get the same client
/// identifier and full hours: two attestations differ in their key and nothing else. Nothing of it is kept; a locked wallet gets none.
/// </summary>
internal sealed class AttestWallet([FromKeyedServices(OwnProvider.KeyName)] WalletProviderKeys keys, WalletDoor door, IOptions<TownOptions> town, IOptions<WalletsOptions> options, TimeProvider time)
{
    private const int MaxBody = 16 * 1024;

    /// <summary>The attestation, or why there is none.</summary>
    public async Task<Outcome<string>> AttestAsync(HttpContext context, Guid wallet, string proof)
    {
        if (!(await door.EnterUnlockedAsync(context, wallet, (_, row) => Task.FromResult<Outcome<Guid>>(row.Id))).Succeeded(out var id, out var refusal)
            || !OwnedKeys.Check([proof], town.Value, id, time.GetUtcNow()).Succeeded(out var proved, out refusal))
            return refusal;
        var (issued, end) = AttestationTimes.For(time.GetUtcNow(), options.Value.AttestationLifetime);
        var (signing, x5c) = keys.Current;
        return new WalletAttestation(OwnedKeys.Provider(town.Value), proved.Keys[0], end)
        {
            Issuer = OwnedKeys.Provider(town.Value),
            IssuedAt = issued,
            WalletName = OwnProvider.NameOf(town.Value),
            WalletLink = town.Value.WalletUrl.OriginalString,
        }.Sign(signing, x5c);
    }

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/wallets/{id:guid}/attestations", AnswerAsync).LimitBody(MaxBody).RequireRateLimiting(nameof(CallLimit));

    private static async Task<IResult> AnswerAsync(Guid id, AttestWallet attest, HttpContext context)
    {
        context.NeverStore();
        if (!(await context.ReadJsonAsync(MaxBody)).Succeeded(out var body, out var refusal))
            return context.Problem(refusal);
        return (await attest.AttestAsync(context, id, body.Text("proof") ?? "")).Match(
            attestation => Results.Json(new JsonObject { ["wallet_attestation"] = attestation }), context.Problem);
    }
}
