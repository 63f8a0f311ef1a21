using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Web;

namespace Modellstadt.Verifier.Answering;

/// <summary>POST <c>/verifier/responses/{walletId}</c>: <c>response</c>, or <c>error</c> and <c>state</c> (OpenID4VP 1.0 §8.2, §8.3.1).</summary>
internal sealed partial class ResponseEndpoint(ReceiveAnswer receive, ILogger<ResponseEndpoint> log)
{
    /// <summary>The largest form: a JWE of 256 KiB and a little around it.</summary>
    public const long MaxBytes = 260 * 1024;

    public static Task<IResult> PostAsync(string walletId, HttpContext context, ResponseEndpoint endpoint) => endpoint.ExecuteAsync(walletId, context);

    private async Task<IResult> ExecuteAsync(string walletId, HttpContext context)
    {
        context.NeverStore();
        if (!(await WalletForm.ReadAsync(context, MaxBytes)).TryGetValue(out var form, out var error))
            return context.ProtocolError(error, StatusCodes.Status400BadRequest);
        var receipt = await receive.ExecuteAsync(walletId, form, context.RequestAborted);
        if (receipt.Error is null)
            return Results.Json(receipt.RedirectUri is null ? new JsonObject() : new JsonObject { ["redirect_uri"] = receipt.RedirectUri });
        NotAccepted(receipt.Error.Code, receipt.Error.Clause, receipt.Error.Detail, context.FlowId());
        return context.ProtocolError(receipt.Error, receipt.StatusCode);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "A wallet's answer was not accepted: {Code} ({Clause}) {Detail}, flow {Flow}")]
    private partial void NotAccepted(string code, string clause, string detail, string flow);
}
