using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Verifier.Answering;
using Modellstadt.Verifier.Keys;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.Asking;

/// <summary>Sends the signed question to the wallet that asks for it (OpenID4VP 1.0 §5.10), as often as it asks while the question is open.</summary>
internal sealed class SendRequest(IDbContextFactory<VerifierDb> databases, Questions questions, AccessCertificate certificate, TimeProvider time)
{
    private const int MaxNonceLength = 512;
    private const long MaxFormBytes = 32 * 1024;

    /// <summary>GET <c>/verifier/requests/{walletId}</c>.</summary>
    public static Task<IResult> GetAsync(string walletId, HttpContext context, SendRequest send) => send.ExecuteAsync(context, walletId, walletNonce: null);

    /// <summary>POST <c>/verifier/requests/{walletId}</c> with <c>wallet_nonce</c>; other members (<c>wallet_metadata</c>) change nothing.</summary>
    public static async Task<IResult> PostAsync(string walletId, HttpContext context, SendRequest send)
    {
        if (!(await WalletForm.ReadAsync(context, MaxFormBytes)).TryGetValue(out var form, out var error))
            return context.ProtocolError(error, StatusCodes.Status400BadRequest);
        var nonce = (string?)form["wallet_nonce"];
        return nonce is { Length: 0 or > MaxNonceLength }
            ? context.ProtocolError(Broken("wallet_nonce is empty or too long."), StatusCodes.Status400BadRequest)
            : await send.ExecuteAsync(context, walletId, nonce);
    }

    private async Task<IResult> ExecuteAsync(HttpContext context, string walletId, string? walletNonce)
    {
        context.NeverStore();
        await using var database = await databases.CreateDbContextAsync(context.RequestAborted);
        var presentation = await database.Presentations.AsNoTracking().SingleOrDefaultAsync(one => one.WalletId == walletId, context.RequestAborted);
        if (presentation is null)
            return context.ProtocolError(Broken("There is no such request."), StatusCodes.Status404NotFound);
        if (presentation.State is not AskedState.Waiting || time.GetUtcNow() >= presentation.ExpiresAt)
            return context.ProtocolError(Broken("The request was answered, or its time is over."), StatusCodes.Status410Gone);

        using var question = questions.Open(presentation);
        var jwt = (question.Request with { WalletNonce = walletNonce }).Sign(certificate.Key, certificate.X5c);
        return Results.Text(jwt, "application/" + RequestObject.Type);
    }

    private static ProtocolError Broken(string detail) => new(PresentationErrors.InvalidRequest, "OpenID4VP 1.0 §5.10", detail);
}
