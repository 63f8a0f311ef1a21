using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Modellstadt.Issuer.Offers;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Issuer.Management;

/// <summary>With what an offer becomes ready.</summary>
internal sealed record ReleaseRequest(
    [property: JsonPropertyName("claims"), Description("The claims as they are now; absent or null: those of the offer.")] JsonObject? Claims = null);

/// <summary>Lets another system of the town decide on an offer that was not ready.</summary>
internal static class DecideOffer
{
    /// <summary>PUT /management/v1/offers/{id}/release.</summary>
    public static async Task<IResult> ReleaseAsync(Guid id, ReleaseRequest request, [FromServices] CredentialOffers offers, HttpContext context)
    {
        if (request.Claims is not null && ReservedClaims.FindIn(request.Claims) is not null)
            return context.Problem(new ReservedClaim());
        return Answer(await offers.ReleaseAsync(id, request.Claims, context.RequestAborted), IssuanceDecision.Released, context);
    }

    /// <summary>PUT /management/v1/offers/{id}/refusal.</summary>
    public static async Task<IResult> RefuseAsync(Guid id, [FromServices] CredentialOffers offers, HttpContext context) =>
        Answer(await offers.RefuseAsync(id, context.RequestAborted), IssuanceDecision.Refused, context);

    private static IResult Answer(IssuanceDecision? standing, IssuanceDecision wanted, HttpContext context) => standing switch
    {
        null => context.Problem(new UnknownOffer()),
        { } decision when decision == wanted => Results.NoContent(),
        _ => context.Problem(new OfferDecided()),
    };
}
