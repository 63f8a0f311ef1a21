using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Verifier.Answering;
using Modellstadt.Verifier.Asking;
using Modellstadt.Verifier.Redeeming;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.DigitalCredentials;

/// <summary>
/// Takes what the browser brought back from a wallet (OpenID4VP 1.0 Appendix A.4, ISO/IEC TS 18013-7 Annex C.4). It is judged and settled like a wallet's own post, once;
/// whoever posts it is the browser that asked, and is sent on to the result.
/// </summary>
internal sealed class ReceiveBrowserAnswer(
    BrowserPresentations presentations, Questions questions, JudgeAnswer judge, SettlePresentation settle, ResponseCodes codes, IOptions<TownOptions> town)
{
    /// <summary>The largest body: a JWE of 256 KiB and a little around it.</summary>
    private const int MaxBytes = 260 * 1024;

    private static readonly JsonLimits Limits = new(MaxBytes, MaxDepth: 6, MaxValues: 50);

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(BrowserAddresses.Answer, RespondAsync).LimitBody(MaxBytes).ExcludeFromDescription();

    /// <summary><c>{"continue":"/path?response_code=…"}</c>.</summary>
    private static async Task<IResult> RespondAsync(Guid id, HttpContext context, ReceiveBrowserAnswer receive, BrowserPresentations presentations, BrowserSession session)
    {
        context.NeverStore();
        if (!(await presentations.FindAsync(id, context, session)).TryGetValue(out var presentation, out var error))
            return context.Refuse(error, StatusCodes.Status404NotFound);
        if (!(await ReadBodyAsync(context)).TryGetValue(out var body, out error))
            return context.Refuse(error);
        return (await receive.ExecuteAsync(presentation, body, context, session)).TryGetValue(out var onwards, out error)
            ? Results.Json(new JsonObject { ["continue"] = onwards })
            : context.Refuse(error);
    }

    private async Task<Checked<string>> ExecuteAsync(AskedPresentation presentation, JsonObject body, HttpContext context, BrowserSession session)
    {
        var digest = Base64Url.Encode(SHA256.HashData(StrictJson.Write(body)));
        if (presentation.State is not AskedState.Waiting)
            return Repeat(presentation, digest);
        if (!presentations.IsOpen(presentation))
            return Broken("The time to answer is over.");
        if (!(await JudgeAsync(presentation, body, context.RequestAborted)).TryGetValue(out var verdict, out var error))
            return error;
        if (await settle.ExecuteAsync(presentation, digest, verdict, context.RequestAborted))
            return codes.PathFor(presentation);
        return (await presentations.FindAsync(presentation.Id, context, session)).Then(settled => Repeat(settled, digest));
    }

    private async Task<Checked<Verdict>> JudgeAsync(AskedPresentation presentation, JsonObject body, CancellationToken cancellationToken)
    {
        using var question = questions.Open(presentation);
        if (!Read(body, question).TryGetValue(out var read, out var error))
            return error;
        return await judge.ExecuteAsync(read.Answer, read.Asked, question.Policy, cancellationToken);
    }

    /// <summary>The protocol says in which form the wallet took the question, and so what its answer is bound to.</summary>
    private Checked<ReadAnswer> Read(JsonObject body, Question question)
    {
        if (body.Object("data") is not { } data)
            return Broken("data is missing or not an object.");
        switch (body.Text("protocol"))
        {
            case DigitalCredentialProtocols.Signed or DigitalCredentialProtocols.Unsigned:
                var asked = DigitalCredentialQuestion.Of(question.Request, town.Value.PortalOrigin);
                return WalletAnswer.Receive(data, question.Key, asked).Then<ReadAnswer>(answer => new ReadAnswer(answer, asked));
            case DigitalCredentialProtocols.IsoMdoc when question.Key is not null && IsoMdocQuestion.CanAsk(question.Request.Query):
                var mdocs = IsoMdocQuestion.Of(question.Request, town.Value.PortalOrigin);
                return mdocs.Open(data, question.Key).Then<ReadAnswer>(answer => new ReadAnswer(answer, mdocs));
            default:
                return Broken("protocol is not one in which was asked.");
        }
    }

    private static async Task<Checked<JsonObject>> ReadBodyAsync(HttpContext context)
    {
        // A type that no form can send: a page elsewhere would have to ask first whether it may (CORS), and may not.
        if (context.Request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) is not true)
            return Broken("The body is not application/json.");
        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        }
        catch (BadHttpRequestException)
        {
            return Broken("The body is too long or ended early.");
        }

        return StrictJson.ParseObject(body.GetBuffer().AsSpan(0, (int)body.Length), Limits);
    }

    /// <summary>The same answer again, after a lost reply, leads to the same result; any other is refused.</summary>
    private Checked<string> Repeat(AskedPresentation settled, string digest) =>
        settled.AnswerDigest == digest ? codes.PathFor(settled) : Broken("The question was answered before.");

    private static ProtocolError Broken(string detail) => new(PresentationErrors.InvalidRequest, "OpenID4VP 1.0 Appendix A.4", detail);

    private sealed record ReadAnswer(WalletAnswer Answer, WalletQuestion Asked);
}
