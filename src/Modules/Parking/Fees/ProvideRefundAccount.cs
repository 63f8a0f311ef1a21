using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Permits;
using Modellstadt.Payments;

namespace Modellstadt.Parking.Fees;

/// <summary>The person who applied names the account for a refund.</summary>
internal static class ProvideRefundAccount
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/permit/applications/{id:guid}/fee-notice/refund-account", RespondAsync).LimitBody(8192).ExcludeFromDescription();

    /// <summary>Where the form leads.</summary>
    public static string AddressOf(Guid application) => $"/permit/applications/{application:D}/fee-notice/refund-account";

    private static async Task<IResult> RespondAsync(
        Guid id, [FromForm] string? iban, [FromForm] string? holder, HttpContext context, ReadFeeNotice read, Refunds refunds, BrowserSession session)
    {
        if (await read.ExecuteAsync(id, session.Existing, context.RequestAborted) is not { } notice)
            return context.RefusePage(new ApplicationNotFound());

        var outcome = await refunds.ProvideIbanAsync(notice.ReceivableKey, iban, holder, context.RequestAborted);
        return outcome.Match<IResult>(_ => new SeeOther($"/permit/applications/{id:D}/fee-notice"), context.RefusePage);
    }
}
