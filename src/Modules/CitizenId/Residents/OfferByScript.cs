using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Registers;

namespace Modellstadt.CitizenId;

/// <summary>Offers for scripts: <c>POST /management/v1/citizen-ids/offers</c> and, in a demo town, <c>POST /management/v1/demo/id-card/offers</c>.</summary>
internal static class OfferByScript
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        Describe(endpoints.MapPost("/management/v1/citizen-ids/offers", OfferCitizenIdAsync))
            .WithName("OfferCitizenId")
            .WithTags("Citizen ID")
            .WithSummary("Offer a resident's citizen ID to a wallet")
            .WithDescription("Reads the resident register and opens an offer for 10 minutes. Each call is a new offer.");
        Describe(endpoints.MapPost("/management/v1/demo/id-card/offers", OfferDemoIdCardAsync))
            .WithName("OfferDemoIdCard")
            .WithTags("Demo")
            .WithSummary("Offer a made-up person's DEMO ID card to a wallet")
            .WithDescription("Demo towns only: elsewhere there are no such people.");
    }

    private static RouteHandlerBuilder Describe(RouteHandlerBuilder endpoint) => endpoint
        .RequireManagementKey()
        .LimitBody(4096)
        .Produces<OpenedOffer>()
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> OfferCitizenIdAsync(Wanted wanted, HttpContext context, OfferCitizenId offer, RandomSource random, IOptions<TownOptions> town)
    {
        var outcome = await offer.ExecuteAsync(new ResidentId(wanted.ResidentId), $"citizen-id/script/{random.NewId()}", context.RequestAborted);
        return outcome.Match(opened => Results.Ok(Opened(opened, town.Value)), context.Problem);
    }

    private static async Task<IResult> OfferDemoIdCardAsync(Wanted wanted, HttpContext context, OfferDemoIdCard offer, IOptions<TownOptions> town)
    {
        var outcome = await offer.ExecuteAsync(wanted.ResidentId, key: null, context.RequestAborted);
        return outcome.Match(opened => Results.Ok(Opened(opened.Offer, town.Value)), context.Problem);
    }

    private static OpenedOffer Opened(CredentialOffer offer, TownOptions town) =>
        new(offer.Id, offer.OfferByReference, offer.AnyWalletLink, offer.WalletLink(town), TypedCode.Show(offer.Code), offer.ExpiresAt);

    /// <summary>For whom.</summary>
    /// <param name="ResidentId">The register's key.</param>
    internal sealed record Wanted([property: JsonPropertyName("resident_id")] string ResidentId);

    /// <summary>An offer that waits for a wallet.</summary>
    /// <param name="OfferId">Its id.</param>
    /// <param name="CredentialOfferUri">The offer's address (OpenID4VCI 1.0, section 4.1.3).</param>
    /// <param name="AnyWalletLink">The link for any wallet.</param>
    /// <param name="WalletLink">The link into the town's own wallet.</param>
    /// <param name="Code">The code to type into a wallet.</param>
    /// <param name="ExpiresAt">When it ends.</param>
    internal sealed record OpenedOffer(
        [property: JsonPropertyName("offer_id")] Guid OfferId,
        [property: JsonPropertyName("credential_offer_uri")] Uri CredentialOfferUri,
        [property: JsonPropertyName("any_wallet_link")] Uri AnyWalletLink,
        [property: JsonPropertyName("wallet_link")] Uri WalletLink,
        [property: JsonPropertyName("code")] string Code,
        [property: JsonPropertyName("expires_at")] DateTimeOffset ExpiresAt);
}
