using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Verifier.Asking;
using Modellstadt.Verifier.Keys;

namespace Modellstadt.Verifier.DigitalCredentials;

/// <summary>
/// Gives the page what it hands to <c>navigator.credentials.get</c>: the waiting question in each form that wallets may know, signed ones
/// first (OpenID4VP 1.0 Appendix A), and in the words of ISO/IEC TS 18013-7 Annex C where it asks for mdocs only.
/// </summary>
internal sealed class SendBrowserRequest(
    BrowserPresentations presentations, Questions questions, AccessCertificates certificates, IOptions<TownOptions> town, IOptions<VerifierOptions> options)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(BrowserAddresses.Request, (Guid id, HttpContext context, SendBrowserRequest send, BrowserSession session) => send.ExecuteAsync(id, context, session))
            .LimitBody(0).ExcludeFromDescription();

    private async Task<IResult> ExecuteAsync(Guid id, HttpContext context, BrowserSession session)
    {
        context.NeverStore();
        if (!(await presentations.FindAsync(id, context, session)).TryGetValue(out var presentation, out var error))
            return context.Refuse(error, StatusCodes.Status404NotFound);
        if (!presentations.IsOpen(presentation))
            return context.Refuse(new ProtocolError(PresentationErrors.InvalidRequest, "OpenID4VP 1.0 Appendix A.2", "The question was answered, or its time is over."), StatusCodes.Status410Gone);

        using var question = questions.Open(presentation);
        return Results.Json(new JsonObject { ["requests"] = Write(question, presentation.ExpiresAt) });
    }

    private JsonArray Write(Question question, DateTimeOffset end)
    {
        var asked = DigitalCredentialQuestion.Of(question.Request, town.Value.PortalOrigin);
        var signer = certificates.For(end).SignerFor(question.Policy.ClientIdPrefix);
        var requests = new JsonArray();
        if (signer is not null)
            requests.Add(Form(DigitalCredentialProtocols.Signed, asked.ToSigned(signer)));
        if (signer is null || options.Value.AsksBrowsersUnsigned)
            requests.Add(Form(DigitalCredentialProtocols.Unsigned, asked.ToUnsigned()));
        if (IsoMdocQuestion.CanAsk(asked.Query) && asked.Encryption is not null)
            requests.Add(Form(DigitalCredentialProtocols.IsoMdoc, IsoMdocQuestion.Of(question.Request, asked.Origin).ToData(signer)));
        return requests;
    }

    private static JsonObject Form(string protocol, JsonObject data) => new() { ["protocol"] = protocol, ["data"] = data };
}
