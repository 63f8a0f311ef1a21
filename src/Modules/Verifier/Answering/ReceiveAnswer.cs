using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Tracing;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Protocols.OpenId4Vc.Presentation;
using Modellstadt.Verifier.Asking;
using Modellstadt.Verifier.Redeeming;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.Answering;

/// <summary>
/// Takes a wallet's post (OpenID4VP 1.0 §8.2). What cannot be read as an answer to this question changes nothing. What can be
/// read settles the presentation, once: the browser then learns at once that it holds or why it does not. The same post again,
/// after a lost reply, gets the same reply; any other is refused.
/// </summary>
internal sealed class ReceiveAnswer(
    IDbContextFactory<VerifierDb> databases, Questions questions, JudgeAnswer judge, SettlePresentation settle, ResponseCodes codes, TimeProvider time)
{
    /// <summary>The largest form: a JWE of 256 KiB and a little around it.</summary>
    private const int MaxBytes = 260 * 1024;

    // Not static: a compiled query belongs to the database of one server, and tests run several in one process.
    private readonly Func<VerifierDb, string, Task<AskedPresentation?>> find = EF.CompileAsyncQuery((VerifierDb database, string walletId) =>
        database.Presentations.AsNoTracking().SingleOrDefault(presentation => presentation.WalletId == walletId));

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/verifier/responses/{walletId}", RespondAsync).OpenToWallets().LimitBody(MaxBytes);

    public async Task<AnswerReceipt> ExecuteAsync(string walletId, JsonObject parameters, CancellationToken cancellationToken)
    {
        var digest = Base64Url.Encode(SHA256.HashData(StrictJson.Write(parameters)));
        if (await FindAsync(walletId, cancellationToken) is not { } presentation)
            return AnswerReceipt.Refused(Broken("There is no such presentation."), 404);
        Flows.BelongsTo(presentation.Id);
        if (presentation.State is not AskedState.Waiting)
            return Repeat(presentation, digest);
        if (time.GetUtcNow() >= presentation.ExpiresAt)
            return AnswerReceipt.Refused(Broken("The time to answer is over."));

        using var question = questions.Open(presentation);
        if (!WalletAnswer.ReceiveForm(parameters, question.Key, question.Request).TryGetValue(out var answer, out var error))
            return AnswerReceipt.Refused(error);

        var verdict = await judge.ExecuteAsync(answer, question.Request, question.Policy, cancellationToken);
        if (verdict.Error is { } broken)
            Flows.Note(broken.Clause, $"{broken.Code}: {broken.Detail}");
        if (await settle.ExecuteAsync(presentation, digest, verdict, cancellationToken))
            return Reply(presentation, verdict.Reason, verdict.Error);
        return await FindAsync(walletId, cancellationToken) is { } settled
            ? Repeat(settled, digest)
            : AnswerReceipt.Refused(Broken("There is no such presentation."), 404);
    }

    /// <summary><c>response</c>; or <c>vp_token</c> and <c>state</c> in the clear; or <c>error</c> and <c>state</c> (§8.2, §8.3.1).</summary>
    private static async Task<IResult> RespondAsync(string walletId, HttpContext context, ReceiveAnswer receive)
    {
        context.NeverStore();
        if (!(await WalletForm.ReadAsync(context, MaxBytes)).TryGetValue(out var form, out var error))
            return context.Refuse(error);
        var receipt = await receive.ExecuteAsync(walletId, form, context.RequestAborted);
        if (receipt.Error is not null)
            return context.Refuse(receipt.Error, receipt.StatusCode);
        return Results.Json(receipt.RedirectUri is null ? new JsonObject() : new JsonObject { ["redirect_uri"] = receipt.RedirectUri });
    }

    private async Task<AskedPresentation?> FindAsync(string walletId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await find(database, walletId);
    }

    private AnswerReceipt Repeat(AskedPresentation settled, string digest) => settled.AnswerDigest == digest
        ? Reply(settled, settled.Refusal, settled.Error is null ? null : JsonSerializer.Deserialize<ProtocolError>(settled.Error))
        : AnswerReceipt.Refused(Broken("The presentation was answered before."));

    /// <summary>Broken proofs are the wallet's fault and told to it; whatever its person can do something about is told on the page.</summary>
    private AnswerReceipt Reply(AskedPresentation presentation, RefusalReason? reason, ProtocolError? error) =>
        reason is RefusalReason.NotVerifiable && error is not null
            ? AnswerReceipt.Refused(error)
            : AnswerReceipt.Taken(presentation.CrossDevice ? null : codes.AddressFor(presentation));

    private static ProtocolError Broken(string detail) => new(PresentationErrors.InvalidRequest, "OpenID4VP 1.0 §8.2", detail);
}
