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
/// Attests keys of a wallet (OpenID4VCI 1.0, Appendix D) under the nonce of the issuer that shall get the attestation. It claims the lowest
/// level of Appendix D.2: a browser keeps keys from scripts, but not from whoever owns the device.
/// </summary>
internal sealed class AttestKeys([FromKeyedServices(OwnProvider.KeyName)] WalletProviderKeys keys, WalletDoor door, IOptions<TownOptions> town, IOptions<WalletsOptions> options, TimeProvider time)
{
    private const int MaxBody = 64 * 1024;
    private const int MaxNonceLength = 512;

    /// <summary>The attestation, or why there is none.</summary>
    public async Task<Outcome<string>> AttestAsync(HttpContext context, Guid wallet, KeysToAttest wanted)
    {
        if (!(await door.EnterUnlockedAsync(context, wallet, (_, row) => Task.FromResult<Outcome<Guid>>(row.Id))).Succeeded(out var id, out var refusal)
            || !OwnedKeys.Check(wanted.Proofs, town.Value, id, time.GetUtcNow()).Succeeded(out var proved, out refusal))
            return refusal;
        var (issued, end) = AttestationTimes.For(time.GetUtcNow(), options.Value.AttestationLifetime);
        var (signing, x5c) = keys.Current;
        return new KeyAttestation(proved.Keys, issued)
        {
            ExpiresAt = end,
            Nonce = wanted.Nonce,
            KeyStorage = [AttackPotential.Basic],
            UserAuthentication = [AttackPotential.Basic],
        }.Sign(signing, x5c);
    }

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/wallets/{id:guid}/key-attestations", AnswerAsync).LimitBody(MaxBody).RequireRateLimiting(nameof(CallLimit));

    private static async Task<IResult> AnswerAsync(Guid id, AttestKeys attest, HttpContext context)
    {
        context.NeverStore();
        if (!(await context.ReadJsonAsync(MaxBody)).Succeeded(out var body, out var refusal))
            return context.Problem(refusal);
        if (Read(body) is not { } wanted)
            return context.Problem(new Unreadable());
        return (await attest.AttestAsync(context, id, wanted)).Match(
            attestation => Results.Json(new JsonObject { ["key_attestation"] = attestation }), context.Problem);
    }

    private static KeysToAttest? Read(JsonObject body)
    {
        var proofs = (body["proofs"] as JsonArray)?.Select(proof => proof.IsText(out var text) ? text : "").ToList();
        var nonce = body.Text("nonce");
        return proofs is null || nonce is { Length: 0 or > MaxNonceLength } || (body.ContainsKey("nonce") && nonce is null) ? null : new KeysToAttest(proofs, nonce);
    }
}

/// <summary>What a wallet wants to have attested.</summary>
/// <param name="Proofs">One of each key.</param>
/// <param name="Nonce">`c_nonce` of the issuer, or null when it gives none.</param>
internal sealed record KeysToAttest(IReadOnlyList<string> Proofs, string? Nonce);
