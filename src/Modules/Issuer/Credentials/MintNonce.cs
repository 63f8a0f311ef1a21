using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Tokens;
using Modellstadt.Issuer.Web;
using Modellstadt.Kernel.Keys;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Credentials;

/// <summary>Gives nonces to whoever asks (OpenID4VCI 1.0, section 7) and recognises them again, without storing any.</summary>
internal sealed class MintNonce(KeyFiles files, KeyRings rings, IOptions<IssuerOptions> options, TimeProvider time, RandomSource random)
{
    private readonly NonceKeys keys = new("issuer-nonces", options.Value.NonceLifetime, files, rings, random);

    /// <summary>How to change the secret behind the nonces.</summary>
    public RotatingKey Rotating => keys.Rotating;

    /// <summary>A new nonce.</summary>
    public string Create(HostedIssuer issuer) => keys.Create(issuer.Id, time.GetUtcNow());

    /// <summary>The nonce, when it is this issuer's and alive.</summary>
    public Checked<MintedNonce> Check(string nonce, HostedIssuer issuer) => keys.Check(nonce, issuer.Id, time.GetUtcNow());

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/issuers/{slug}/nonce", Answer).OpenToWallets().LimitBody(1024);

    private static IResult Answer(string slug, HostedIssuers issuers, MintNonce nonces, DpopProofs proofs, HttpContext context)
    {
        if (issuers.Find(slug) is not { } issuer)
            return Results.NotFound();
        // RFC 9449 section 8.2, HAIP 1.0 section 4: the next proof needs one as well.
        proofs.GiveNonce(context.Response, issuer);
        return context.Answer(new JsonObject { ["c_nonce"] = nonces.Create(issuer) });
    }
}
