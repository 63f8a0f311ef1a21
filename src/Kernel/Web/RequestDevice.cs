using Microsoft.AspNetCore.Http;

namespace Modellstadt.Kernel.Web;

/// <summary>On which kind of device a page is looked at: decides whether a wallet is opened by link (same device) or by QR code.</summary>
public static class RequestDevice
{
    /// <summary>
    /// True for phones: the client hint <c>Sec-CH-UA-Mobile</c> where the browser sends it, else the word that phones carry in
    /// <c>User-Agent</c>. Only a first guess; each page offers the other way too.
    /// </summary>
    public static bool IsPhone(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var agent = context.Request.Headers.UserAgent.ToString();
        return context.Request.Headers["Sec-CH-UA-Mobile"].ToString() is "?1"
            || agent.Contains("Mobi", StringComparison.Ordinal)
            || agent.Contains("Android", StringComparison.Ordinal);
    }
}
