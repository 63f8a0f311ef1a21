using Microsoft.AspNetCore.Http;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Kernel.Pages;

/// <summary>Sends the browser on with a GET (RFC 9110, section 15.4.4). Addresses carry one-time codes: nobody keeps them.</summary>
public sealed class SeeOther(string address) : IResult
{
    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = address;
        httpContext.NeverStore();
        return Task.CompletedTask;
    }
}
