using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Storage;
using Modellstadt.Issuer.Tokens;
using Modellstadt.Issuer.Web;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Tracing;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Offers;

/// <summary>Gives an offer to a wallet that has its address or a typed code (OpenID4VCI 1.0, section 4.1.3).</summary>
internal sealed class ReadOffer(IDbContextFactory<IssuerDb> databases, HostedIssuers issuers, OfferSecrets secrets, OfferClock clock)
{
    /// <summary>The offer at this reference.</summary>
    public async Task<Outcome<CredentialOfferObject>> ByReferenceAsync(string slug, string reference, CancellationToken cancellationToken)
    {
        var hashes = secrets.Fingerprints(reference);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var offer = await database.Offers.AsNoTracking().SingleOrDefaultAsync(row => hashes.Contains(row.ReferenceHash), cancellationToken);
        if (offer is null || !clock.IsOpen(offer) || IssuerOf(offer) is not { } issuer || issuer.Identity.Slug != slug)
            return new OfferGone();

        Flows.BelongsTo(offer.Id);
        return secrets.Of(offer).ToOffer(issuer, offer.ConfigurationId);
    }

    /// <summary>The link to the offer with this typed code.</summary>
    public async Task<Outcome<string>> ByTypedCodeAsync(string typed, CancellationToken cancellationToken)
    {
        if (TypedCode.Normalize(typed) is not { } code)
            return new OfferGone();

        var hashes = secrets.Fingerprints(code);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var offer = await database.Offers.AsNoTracking().SingleOrDefaultAsync(row => hashes.Contains(row.TypedCodeHash), cancellationToken);
        if (offer is null || !clock.IsOpen(offer) || IssuerOf(offer) is not { } issuer)
            return new OfferGone();

        return CredentialOfferLink.ByReference(CredentialOffer.WalletScheme, issuer.At($"/offers/{secrets.Of(offer).Reference}"));
    }

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/issuers/{slug}/offers/{reference}", AnswerAsync).OpenToWallets();
        endpoints.MapGet("/issuers/codes/{code}", async (string code, ReadOffer read, HttpContext context) =>
            (await read.ByTypedCodeAsync(code, context.RequestAborted)).Match(uri => context.Answer(new JsonObject { ["uri"] = uri }), context.Problem))
            .OpenToWallets().RequireRateLimiting(nameof(TypedCodeLimit));
    }

    /// <summary>With a nonce for the wallet's first DPoP proof, so that its token request need not be refused for want of one (RFC 9449, section 8.2).</summary>
    private static async Task<IResult> AnswerAsync(string slug, string reference, ReadOffer read, HostedIssuers issuers, DpopProofs proofs, HttpContext context)
    {
        if (!(await read.ByReferenceAsync(slug, reference, context.RequestAborted)).Succeeded(out var offer, out var refusal))
            return context.Problem(refusal);

        proofs.GiveNonce(context.Response, issuers.Find(slug)!);
        return context.Answer(offer.ToJson());
    }

    private HostedIssuer? IssuerOf(OfferRow offer) => issuers.FindType(offer.ConfigurationId) is { } type ? issuers.Find(type.IssuerSlug) : null;
}
