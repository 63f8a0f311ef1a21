using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer.Identities;
using Modellstadt.Issuer.Offers;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Issuer.Management;

/// <summary>What another system of the town wants to offer.</summary>
internal sealed record OfferRequest(
    [property: JsonPropertyName("credential_configuration_id"), Description("Id of a credential configuration in an issuer's metadata.")] string ConfigurationId,
    [property: JsonPropertyName("claims"), Description("The claims; iss, iat, exp, vct, cnf and status are made by the issuer.")] JsonObject Claims,
    [property: JsonPropertyName("subject"), Description("The caller's reference for revoking, 1 to 200 characters; no wallet sees it.")] string Subject,
    [property: JsonPropertyName("transaction_code"), Description("True for a 6-digit code that the person must type into the wallet.")] bool TransactionCode = false,
    [property: JsonPropertyName("valid_until"), Description("End of validity; absent: the type's own.")] DateTimeOffset? ValidUntil = null,
    [property: JsonPropertyName("deferred"), Description("True: the wallet may come and prove its keys, but gets the credential only after the release.")] bool Deferred = false)
{
    private const int MaxSubject = 200;

    /// <summary>True when everything is there that must be.</summary>
    public bool IsComplete() => ConfigurationId is not null && Claims is not null && Subject is { Length: > 0 and <= MaxSubject };
}

/// <summary>Lets another system of the town offer a credential.</summary>
internal sealed class CreateOffer(CredentialOffers offers, HostedIssuers issuers, IOptions<TownOptions> town, RandomSource random)
{
    private const int TransactionCodeLength = 6;

    /// <summary>The offer, or why there is none.</summary>
    public async Task<Outcome<OpenedOffer>> CreateAsync(OfferRequest request, string? idempotencyKey, CancellationToken cancellationToken)
    {
        if (!request.IsComplete())
            return new IncompleteOffer();
        if (issuers.FindType(request.ConfigurationId) is null)
            return new UnknownCredentialType();
        if (ReservedClaims.FindIn(request.Claims) is not null)
            return new ReservedClaim();

        var key = idempotencyKey is null ? random.NewSecret() : $"management/{idempotencyKey}";
        var draft = new OfferDraft(
            request.ConfigurationId, request.Claims, request.Subject, request.ValidUntil, key, request.TransactionCode ? TransactionCodeLength : null) { Deferred = request.Deferred };
        return OpenedOffer.Of(await offers.CreateAsync(draft, cancellationToken), town.Value);
    }

    /// <summary>POST /management/v1/offers.</summary>
    public static async Task<IResult> AnswerAsync(
        OfferRequest request, [FromHeader(Name = "Idempotency-Key"), StringLength(200)] string? idempotencyKey, CreateOffer create, HttpContext context) =>
        (await create.CreateAsync(request, idempotencyKey, context.RequestAborted)).Match(
            offer => Results.Created($"/management/v1/offers/{offer.Id}", offer), context.Problem);
}
