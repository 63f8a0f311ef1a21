using System.ComponentModel;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Issuer.Management;

/// <summary>What became of an offer.</summary>
internal sealed record OfferStateResponse(
    [property: JsonPropertyName("id")] Guid Id,
    [property: JsonPropertyName("state"), Description("open, redeemed or expired.")] string State);

/// <summary>The issuer's addresses for other systems of the town.</summary>
internal static class ManagementEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var offers = endpoints.MapGroup("/management/v1/offers").WithTags("Credential offers").RequireManagementKey();
        offers.MapPost("", CreateOffer.AnswerAsync)
            .WithName("CreateCredentialOffer")
            .WithSummary("Offer a credential")
            .WithDescription("Creates an offer that one wallet can fetch for 10 minutes. With the header Idempotency-Key a repeated call returns the same offer while it is open, and opens it again afterwards.")
            .Produces<OpenedOffer>(StatusCodes.Status201Created).ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .LimitBody(32 * 1024);
        offers.MapGet("/{id:guid}", ReadStateAsync)
            .WithName("ReadCredentialOffer")
            .WithSummary("Read the state of an offer")
            .WithDescription("open: it waits for a wallet. redeemed: a wallet has the credential. expired: nobody came in time.")
            .Produces<OfferStateResponse>().ProducesProblem(StatusCodes.Status404NotFound);
        endpoints.MapPost("/management/v1/credential-statuses", ChangeStatus.AnswerAsync).RequireManagementKey().WithTags("Credential statuses")
            .WithName("ChangeCredentialStatus")
            .WithSummary("Suspend, resume or revoke all credentials of a subject")
            .WithDescription("suspended: until further notice; meanwhile no copy is issued. valid: ends a suspension. revoked: for good; what was revoked is never valid again. On the published status lists within 15 seconds. Harmless when repeated.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .LimitBody(4096);
    }

    private static async Task<IResult> ReadStateAsync(Guid id, [FromServices] CredentialOffers offers, HttpContext context) =>
        await offers.ReadStateAsync(id, context.RequestAborted) is { } state ? Results.Ok(new OfferStateResponse(id, NameOf(state))) : context.Problem(new UnknownOffer());

    private static string NameOf(OfferState state) => state switch
    {
        OfferState.Open => "open",
        OfferState.Redeemed => "redeemed",
        _ => "expired",
    };
}
