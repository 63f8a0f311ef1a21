using System.ComponentModel;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Modellstadt.Issuer.Authorization;
using Modellstadt.Kernel.Outcomes;

namespace Modellstadt.Issuer.Management;

/// <summary>What another system of the town decides about a wallet's request.</summary>
internal sealed record GrantRequest(
    [property: JsonPropertyName("request_uri"), Description("The request_uri that the wallet got for its pushed request.")] string RequestUri,
    [property: JsonPropertyName("offer_id"), Description("Id of the offer that it shall get.")] Guid OfferId);

/// <summary>Where the wallet goes on.</summary>
internal sealed record GrantResponse(
    [property: JsonPropertyName("redirect_uri"), Description("The wallet's address, with the authorization code.")] string RedirectUri);

/// <summary>
/// POST /management/v1/authorizations: lets another system of the town say yes in place of the person, who has decided there already: at a counter, or in a
/// test.
/// </summary>
internal static class GrantAuthorization
{
    public static async Task<IResult> AnswerAsync(GrantRequest request, [FromServices] Authorizations authorizations, HttpContext context) =>
        request.RequestUri is not null && await authorizations.GrantByRequestUriAsync(request.RequestUri, request.OfferId, context.RequestAborted) is { } address
            ? Results.Ok(new GrantResponse(address.OriginalString))
            : context.Problem(new RequestEnded());
}
