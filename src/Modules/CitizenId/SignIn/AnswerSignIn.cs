using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Verifier;

namespace Modellstadt.CitizenId.SignIn;

/// <summary>The browser comes back from the wallet: <c>GET /account/sign-in/citizen-id/{id}/answer?response_code=…</c>.</summary>
internal sealed class AnswerSignIn(IDbContextFactory<CitizenIdDb> databases, Presentations presentations, ShownCitizenIds citizenIds)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(SignInAddresses.Start + "/{id:guid}/answer", RespondAsync).ExcludeFromDescription();

    /// <summary>Takes the wallet's answer of this browser's sign-in once; anything else changes nothing.</summary>
    /// <returns>Where it goes on: the path asked for when the browser is signed in now, else the page that says why not.</returns>
    public async Task<string> ExecuteAsync(Guid id, string? responseCode, string? browserSession, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var signIn = await database.SignIns.SingleOrDefaultAsync(signIn => signIn.Id == id, cancellationToken);
        if (signIn is null || !signIn.BelongsTo(browserSession))
            return CitizenDoors.SignInPath;
        if (signIn.Refusal is not null || !await presentations.IsAnswerAsync(signIn.Presentation.Id, responseCode, browserSession, cancellationToken))
            return SignInAddresses.Page(id);

        var shown = await citizenIds.RedeemAsync(responseCode!, browserSession!, AssuranceLevel.Low, CancellationToken.None);
        if (!shown.Succeeded(out var person, out var refusal))
            signIn.Refusal = StoredRefusal.Of(refusal).Write();
        else
            database.SignIns.Remove(signIn);
        if (!await StoreAsync(database, signIn))
            return CitizenDoors.SignInPath;
        if (person is null)
            return SignInAddresses.Page(id);

        await citizenIds.SignInAsync(id, person, browserSession!, CancellationToken.None);
        return signIn.ReturnPath;
    }

    /// <summary>False when the same answer came twice, by a click too many: whoever was first has stored what follows.</summary>
    private async Task<bool> StoreAsync(CitizenIdDb database, SignInRequest signIn)
    {
        try
        {
            await database.SaveChangesAsync(CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }

        await presentations.ForgetAsync(signIn.Presentation.Id, CancellationToken.None);
        return true;
    }

    private static async Task<IResult> RespondAsync(Guid id, HttpContext context, AnswerSignIn answer, BrowserSession session) =>
        new SeeOther(await answer.ExecuteAsync(id, context.Request.Query["response_code"], session.Existing, context.RequestAborted));
}
