using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Offers;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;

namespace Modellstadt.Issuer.Management;

/// <summary>What another system of the town wants to offer.</summary>
/// <param name="CredentialConfigurationId">Id of a credential configuration in an issuer's metadata.</param>
/// <param name="Claims">The claims; iss, iat, exp, vct, cnf and status are made by the issuer.</param>
/// <param name="Subject">The caller's reference for revoking; no wallet sees it.</param>
/// <param name="TransactionCode">True for a 6-digit code that the person must type into the wallet.</param>
/// <param name="ValidUntil">End of validity; absent: the type's own.</param>
internal sealed record OfferRequest(
    string CredentialConfigurationId, JsonObject Claims, string Subject, bool TransactionCode = false, DateTimeOffset? ValidUntil = null);

/// <summary>An offer that waits for a wallet.</summary>
/// <param name="Id">By it the state is read.</param>
/// <param name="OfferUri">openid-credential-offer:// link for any wallet.</param>
/// <param name="Code">Typed code.</param>
/// <param name="TransactionCode">To be told to the person on another way; null when none was asked for.</param>
/// <param name="ExpiresAt">When the offer ends.</param>
internal sealed record OfferResponse(Guid Id, Uri OfferUri, string Code, string? TransactionCode, DateTimeOffset ExpiresAt);

/// <summary>Lets another system of the town offer a credential.</summary>
internal sealed class CreateOffer(CredentialOffers offers, HostedIssuers issuers, RandomSource random)
{
    private const int TransactionCodeLength = 6;

    /// <summary>The offer, or why there is none.</summary>
    public async Task<Outcome<OfferResponse>> CreateAsync(OfferRequest request, string? idempotencyKey, CancellationToken cancellationToken)
    {
        if (issuers.FindType(request.CredentialConfigurationId) is null)
            return new UnknownCredentialType();
        if (ReservedClaims.FindIn(request.Claims) is not null)
            return new ReservedClaim();

        var key = idempotencyKey is null ? random.NewSecret() : $"management/{idempotencyKey}";
        var draft = new OfferDraft(
            request.CredentialConfigurationId, request.Claims, request.Subject, request.ValidUntil, key, request.TransactionCode ? TransactionCodeLength : null);
        var offer = await offers.CreateAsync(draft, cancellationToken);
        return new OfferResponse(offer.Id, offer.AnyWalletLink, TypedCode.Show(offer.Code), offer.TransactionCode, offer.ExpiresAt);
    }

    /// <summary>POST /management/v1/offers.</summary>
    public static async Task<IResult> AnswerAsync(
        OfferRequest request, [FromHeader(Name = "Idempotency-Key"), StringLength(200)] string? idempotencyKey, CreateOffer create, HttpContext context) =>
        (await create.CreateAsync(request, idempotencyKey, context.RequestAborted)).Match(
            offer => Results.Created($"/management/v1/offers/{offer.Id}", offer), context.Problem);
}
