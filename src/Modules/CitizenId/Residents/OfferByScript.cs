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
        .Produces<OpenedOffer>(StatusCodes.Status201Created)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<IResult> OfferCitizenIdAsync(Wanted wanted, HttpContext context, OfferCitizenId offer, RandomSource random, IOptions<TownOptions> town)
    {
        var outcome = await offer.ExecuteAsync(new ResidentId(wanted.ResidentId), $"citizen-id/script/{random.NewId()}", context.RequestAborted);
        return outcome.Match(opened => Created(opened, town.Value), context.Problem);
    }

    private static async Task<IResult> OfferDemoIdCardAsync(Wanted wanted, HttpContext context, OfferDemoIdCard offer, IOptions<TownOptions> town)
    {
        var outcome = await offer.ExecuteAsync(wanted.ResidentId, key: null, context.RequestAborted);
        return outcome.Match(opened => Created(opened.Offer, town.Value), context.Problem);
    }

    // The state of every offer is read at the issuer.
    private static IResult Created(CredentialOffer offer, TownOptions town) => Results.Created($"/management/v1/offers/{offer.Id}", OpenedOffer.Of(offer, town));

    /// <summary>For whom.</summary>
    /// <param name="ResidentId">The register's key.</param>
    internal sealed record Wanted([property: JsonPropertyName("resident_id")] string ResidentId);
}
