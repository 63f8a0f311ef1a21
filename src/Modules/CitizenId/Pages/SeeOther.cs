using Microsoft.AspNetCore.Http;

namespace Modellstadt.CitizenId;

/// <summary>Sends the browser on with a GET (RFC 9110, section 15.4.4). Addresses carry one-time codes: nobody keeps them.</summary>
internal sealed class SeeOther(string address) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        httpContext.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
