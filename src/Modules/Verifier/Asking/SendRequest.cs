using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Tracing;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Verifier.Answering;
using Modellstadt.Verifier.Keys;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.Asking;

/// <summary>Sends the signed question to the wallet that asks for it (OpenID4VP 1.0 §5.10), as often as it asks while the question is open.</summary>
internal sealed class SendRequest(IDbContextFactory<VerifierDb> databases, Questions questions, AccessCertificates certificates, RandomSource random, TimeProvider time)
{
    private const string Address = "/verifier/requests/{walletId}";
    private const int MaxNonceLength = 512;
    private const int MaxFormBytes = 32 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet(Address, (string walletId, HttpContext context, SendRequest send) => send.ExecuteAsync(context, walletId, walletNonce: null, new WalletMetadata())).OpenToWallets();
        endpoints.MapPost(Address, RespondToPostAsync).OpenToWallets();
    }

    /// <summary>With <c>wallet_nonce</c> and <c>wallet_metadata</c>, both optional.</summary>
    private static async Task<IResult> RespondToPostAsync(string walletId, HttpContext context, SendRequest send)
    {
        if (!(await WalletForm.ReadAsync(context, MaxFormBytes)).TryGetValue(out var form, out var error))
            return context.Refuse(error);
        var nonce = (string?)form["wallet_nonce"];
        if (nonce is { Length: 0 or > MaxNonceLength })
            return context.Refuse(Broken("wallet_nonce is empty or too long."));
        var metadata = form["wallet_metadata"] is { } text ? WalletMetadata.Parse((string)text!) : new WalletMetadata();
        return metadata.TryGetValue(out var wallet, out error) ? await send.ExecuteAsync(context, walletId, nonce, wallet) : context.Refuse(error);
    }

    private async Task<IResult> ExecuteAsync(HttpContext context, string walletId, string? walletNonce, WalletMetadata wallet)
    {
        context.NeverStore();
        await using var database = await databases.CreateDbContextAsync(context.RequestAborted);
        var presentation = await database.Presentations.AsNoTracking().SingleOrDefaultAsync(one => one.WalletId == walletId, context.RequestAborted);
        if (presentation is null)
            return context.Refuse(Broken("There is no such request."), StatusCodes.Status404NotFound);
        Flows.BelongsTo(presentation.Id);
        if (presentation.State is not AskedState.Waiting || time.GetUtcNow() >= presentation.ExpiresAt)
            return context.Refuse(Broken("The request was answered, or its time is over."), StatusCodes.Status410Gone);

        using var question = questions.Open(presentation);
        // A question that nobody signs stands in the link and lies nowhere.
        if (certificates.For(presentation.ExpiresAt).SignerFor(question.Policy.ClientIdPrefix) is not { } signer)
            return context.Refuse(Broken("There is no such request."), StatusCodes.Status404NotFound);
        if (wallet.Check(signer.ClientId) is { } unusable)
            return context.Refuse(unusable);
        var jwt = (question.Request with { WalletNonce = walletNonce }).Sign(signer);
        return Results.Text(wallet.Wrap(jwt, random.Fill), "application/" + RequestObject.Type);
    }

    private static ProtocolError Broken(string detail) => new(PresentationErrors.InvalidRequest, "OpenID4VP 1.0 §5.10", detail);
}
