using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Web;
using Modellstadt.Verifier.Keys;
using Modellstadt.Verifier.Storage;

namespace Modellstadt.Verifier.Asking;

/// <summary>From the code a person typed to the request it stands for. Guessing is limited by address (<see cref="VerifierOptions.CodesPerMinute"/>).</summary>
internal sealed class LookUpCode(IDbContextFactory<VerifierDb> databases, VerifierSecrets secrets, RequestLinks links, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/verifier/codes/{code}", RespondAsync).OpenToWallets().RequireRateLimiting(nameof(CodeLimit));

    /// <summary><c>{"uri":"openid4vp://?…"}</c>.</summary>
    private static async Task<IResult> RespondAsync(string code, HttpContext context, LookUpCode lookUp)
    {
        context.NeverStore();
        return await lookUp.ExecuteAsync(code, context.RequestAborted) is { } uri
            ? Results.Json(new { uri })
            : context.Problem(new CodeUnknown());
    }

    private async Task<string?> ExecuteAsync(string typed, CancellationToken cancellationToken)
    {
        if (TypedCode.Normalize(typed) is not { } code)
            return null;
        var (mark, now) = (secrets.Mark(code), time.GetUtcNow());
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var presentation = await database.Presentations.AsNoTracking()
            .Where(one => one.CodeMark == mark && one.State == AskedState.Waiting && one.ExpiresAt > now)
            .FirstOrDefaultAsync(cancellationToken);
        return presentation is null ? null : $"openid4vp://?{links.QueryFor(presentation)}";
    }
}
