using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.CitizenId;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;
using Modellstadt.Verifier;

namespace Modellstadt.Parking.Changes.SignIn;

/// <summary>The browser comes back from the wallet: <c>GET /permit/mine/sign-in/{id}/answer?response_code=…</c>.</summary>
internal sealed class AnswerSignIn(IDbContextFactory<ParkingDb> databases, Presentations presentations, CitizenIds citizenIds, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/permit/mine/sign-in/{id:guid}/answer", RespondAsync).ExcludeFromDescription();

    /// <summary>Takes the wallet's answer of this browser's sign-in once; anything else changes nothing.</summary>
    /// <returns>True when the browser is signed in now.</returns>
    public async Task<bool> ExecuteAsync(Guid id, string? responseCode, string? browserSession, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var signIn = await database.HolderSignIns.SingleOrDefaultAsync(signIn => signIn.Id == id, cancellationToken);
        if (signIn is not { Refusal: null } || !signIn.BelongsTo(browserSession)
            || !await presentations.IsAnswerAsync(signIn.Presentation.Id, responseCode, browserSession, cancellationToken))
            return false;

        var holder = await RedeemAsync(responseCode!, browserSession!);
        if (holder.Succeeded(out var resident, out var refusal))
        {
            database.HolderSignIns.Remove(signIn);
            database.HolderSessions.Add(HolderSession.Begin(signIn.Id, signIn.Ags, browserSession!, resident.Value, time.GetUtcNow()));
        }
        else
            signIn.Refusal = StoredRefusal.Of(refusal).Write();
        return await StoreAsync(database, signIn) && signIn.Refusal is null;
    }

    /// <summary>False when the same answer came twice, by a click too many: whoever was first has stored what follows.</summary>
    private async Task<bool> StoreAsync(ParkingDb database, HolderSignIn signIn)
    {
        try
        {
            await database.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateException)
        {
            return false;
        }

        await presentations.ForgetAsync(signIn.Presentation.Id, CancellationToken.None);
        return true;
    }

    private async Task<Outcome<ResidentId>> RedeemAsync(string responseCode, string browserSession)
    {
        var redeemed = await presentations.RedeemAsync(responseCode, browserSession, CancellationToken.None);
        if (!redeemed.Succeeded(out var presented, out var refusal))
            return refusal;

        var reference = presented[CitizenIds.QueryId].Claims[CitizenIds.ReferenceClaim]?.GetValue<string>();
        return await citizenIds.ResolveAsync(reference ?? "", CancellationToken.None);
    }

    private static async Task<IResult> RespondAsync(Guid id, HttpContext context, AnswerSignIn answer, ReadSignIn read, BrowserSession session)
    {
        await answer.ExecuteAsync(id, context.Request.Query["response_code"], session.Existing, context.RequestAborted);
        var left = await read.ExecuteAsync(id, session.Existing, context.RequestAborted);
        return new SeeOther(left is null ? HolderAddresses.Mine : HolderAddresses.SignInPage(id));
    }
}
