using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Issuer.Management;

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
            .WithDescription("open: it waits for a wallet. deferred: a wallet waits for the release. redeemed: a wallet has the credential. refused: it was decided against. expired: nobody came in time. The notification is what the wallet said of the copies it was sent last.")
            .Produces<OfferStateResponse>().ProducesProblem(StatusCodes.Status404NotFound);
        offers.MapPut("/{id:guid}/release", DecideOffer.ReleaseAsync)
            .WithName("ReleaseCredentialOffer")
            .WithSummary("Make a deferred offer ready")
            .WithDescription("From now on its wallet gets the credential, with these claims or those of the offer. Harmless when repeated: the first release counts.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .LimitBody(32 * 1024);
        offers.MapPut("/{id:guid}/refusal", DecideOffer.RefuseAsync)
            .WithName("RefuseCredentialOffer")
            .WithSummary("Decide against a deferred offer")
            .WithDescription("Its wallet is told that the credential will not be issued. Harmless when repeated.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .LimitBody(1024);
        endpoints.MapPost("/management/v1/authorizations", GrantAuthorization.AnswerAsync).RequireManagementKey().WithTags("Credential offers")
            .WithName("GrantAuthorization")
            .WithSummary("Say yes to a wallet's request in place of the person")
            .WithDescription("For a pushed authorization request that waits: the wallet gets the offer. The same call again gives the same address until the code is used.")
            .Produces<GrantResponse>().ProducesProblem(StatusCodes.Status410Gone)
            .LimitBody(4096);
        endpoints.MapPost("/management/v1/credential-statuses", ChangeStatus.AnswerAsync).RequireManagementKey().WithTags("Credential statuses")
            .WithName("ChangeCredentialStatus")
            .WithSummary("Suspend, resume or revoke all credentials of a subject")
            .WithDescription("suspended: until further notice; meanwhile no copy is issued. valid: ends a suspension. revoked: for good; what was revoked is never valid again. On the published status lists within 15 seconds. Harmless when repeated.")
            .Produces(StatusCodes.Status204NoContent).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .LimitBody(4096);
    }

    private static async Task<IResult> ReadStateAsync(Guid id, [FromServices] CredentialOffers offers, HttpContext context) =>
        await offers.ReadProgressAsync(id, context.RequestAborted) is { } progress ? Results.Ok(OfferStateResponse.Of(id, progress)) : context.Problem(new UnknownOffer());
}
