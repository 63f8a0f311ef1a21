using System.Net.Mime;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Authorization;
using Modellstadt.Protocols.OpenId4Vc.Issuance;

namespace Modellstadt.Issuer.Web;

/// <summary>Answers of the addresses that wallets call.</summary>
internal static class ProtocolAnswers
{
    private const string DpopChallenge = $"{DpopProof.Scheme} algs=\"{JoseAlgorithms.Es256}\"";
    private const string TooLongClause = "RFC 9110 §15.5.14";

    /// <summary>An answer that no cache may keep (OpenID4VCI 1.0, sections 6.2, 7.2, 8.3).</summary>
    public static IResult Answer(this HttpContext context, JsonObject json, int statusCode = StatusCodes.Status200OK)
    {
        context.NeverStore();
        context.Response.StatusCode = statusCode;
        return Results.Bytes(StrictJson.Write(json), MediaTypeNames.Application.Json);
    }

    /// <summary>An answer that is the same for everybody and may be kept for a while.</summary>
    public static IResult PublicAnswer(this HttpContext context, byte[] body, TimeSpan maxAge, string? mediaType = null)
    {
        context.Response.GetTypedHeaders().CacheControl = new CacheControlHeaderValue { Public = true, MaxAge = maxAge };
        return Results.Bytes(body, mediaType ?? MediaTypeNames.Application.Json);
    }

    /// <summary>The error that a broken rule means.</summary>
    public static IResult Refuse(this HttpContext context, ProtocolError error, int statusCode = StatusCodes.Status400BadRequest) =>
        context.WalletError(error.Code, error.Clause, error.Detail, statusCode);

    /// <summary>The error of an endpoint that takes access tokens: `invalid_token` is a 401 with a challenge (RFC 6750, section 3).</summary>
    public static IResult RefuseToken(this HttpContext context, ProtocolError error)
    {
        if (error.Code is not (IssuanceErrors.InvalidToken or AuthorizationErrors.InvalidDpopProof or AuthorizationErrors.UseDpopNonce))
            return context.Refuse(error, error.Clause == TooLongClause ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest);

        context.Response.Headers.WWWAuthenticate = Challenges(context.Request, error);
        return context.Refuse(error, StatusCodes.Status401Unauthorized);
    }

    // RFC 9449 section 7.1. Without a token the challenges carry no error and name both ways in.
    private static StringValues Challenges(HttpRequest request, ProtocolError error)
    {
        if (request.Headers.Authorization.Count == 0)
            return new StringValues(["Bearer", DpopChallenge]);
        return request.Headers.Authorization.ToString().StartsWith(DpopProof.Scheme, StringComparison.OrdinalIgnoreCase)
            ? $"{DpopChallenge}, error=\"{error.Code}\""
            : $"Bearer error=\"{error.Code}\"";
    }

    /// <summary>The body; null when it is longer than <paramref name="maxBytes"/>, of which no more is read.</summary>
    public static async Task<byte[]?> ReadBodyAsync(this HttpContext context, int maxBytes)
    {
        if (context.Request.ContentLength > maxBytes)
            return null;

        var buffer = new byte[(int)(context.Request.ContentLength ?? maxBytes) + 1];
        var length = await context.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, context.RequestAborted);
        return length > maxBytes ? null : buffer[..length];
    }

    /// <summary>The refusal of a body that is too long.</summary>
    public static IResult TooLarge(this HttpContext context, string code) => context.Refuse(BodyTooLong(code), StatusCodes.Status413PayloadTooLarge);

    /// <summary>That a body is too long, under the code that the endpoint has for it.</summary>
    public static ProtocolError BodyTooLong(string code) => new(code, TooLongClause, "The request body is too long.");
}
