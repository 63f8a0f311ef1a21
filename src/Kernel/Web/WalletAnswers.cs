using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Tracing;

namespace Modellstadt.Kernel.Web;

/// <summary>What the addresses for wallets have in common: any origin may call them, without cookies, and their errors are those of OAuth.</summary>
public static partial class WalletAnswers
{
    // What a wallet in a browser must read of an answer besides its body (RFC 9449, section 8.2; RFC 6750, section 3).
    private static readonly string[] ReadableHeaders = ["DPoP-Nonce", "OAuth-Client-Attestation-Challenge", "WWW-Authenticate"];

    /// <summary>Wallets live on origins of their own and send no cookies.</summary>
    public static TBuilder OpenToWallets<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireCors(policy => policy.AllowAnyOrigin().AllowAnyHeader().AllowAnyMethod().WithExposedHeaders(ReadableHeaders)).WithMetadata(new ExcludeFromDescriptionAttribute());

    /// <summary>Keeps an answer out of every cache.</summary>
    public static void NeverStore(this HttpContext context) => context.Response.Headers.CacheControl = "no-store";

    /// <summary>
    /// An error as OAuth writes it (RFC 6749, section 5.2), with a sentence for the wallet's person in their language and the flow id, under which the
    /// log and the flow's trace have the broken clause.
    /// </summary>
    /// <param name="context">The request.</param>
    /// <param name="code">The specification's error code.</param>
    /// <param name="clause">The broken clause.</param>
    /// <param name="detail">One sentence about it, without secrets and claims.</param>
    /// <param name="statusCode">HTTP status.</param>
    public static IResult WalletError(this HttpContext context, string code, string clause, string detail, int statusCode)
    {
        var flow = context.FlowId();
        Refused(context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(WalletAnswers)), flow, code, clause, detail);
        Flows.Refused(code, clause, detail);
        context.NeverStore();
        var error = new JsonObject { ["error"] = code, ["error_description"] = $"{detail} ({clause})", ["modellstadt_flow_id"] = flow };
        var language = context.RequestServices.GetRequiredService<CurrentLanguage>().Language;
        if (WalletErrorTexts.For(language).SentenceFor(code) is { } sentence)
            error["modellstadt_message"] = sentence;
        return Results.Json(error, statusCode: statusCode);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Flow {FlowId} refused: {Code} ({Clause}) {Detail}")]
    private static partial void Refused(ILogger log, string flowId, string code, string clause, string detail);
}
