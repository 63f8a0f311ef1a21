using Microsoft.AspNetCore.Http;

namespace Modellstadt.Kernel.Web;

/// <summary>The id of a flow: it stands on the citizen's screen when something fails, and in the log.</summary>
public static class FlowIds
{
    /// <summary>The id of the current request, short enough to be read out on the telephone.</summary>
    public static string FlowId(this HttpContext context) =>
        Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(context.TraceIdentifier)))[..10];
}
