using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Verifier;

namespace Modellstadt.CitizenId;

/// <summary>The browser comes back from the wallet: <c>GET /citizen-id/requests/{id}/answer?response_code=…</c>.</summary>
internal sealed class AnswerIdentification(IDbContextFactory<CitizenIdDb> databases, Presentations presentations)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/citizen-id/requests/{id:guid}/answer", RespondAsync).ExcludeFromDescription();

    /// <summary>Takes the wallet's answer of this browser's request once; anything else changes nothing.</summary>
    public async Task ExecuteAsync(Guid id, string? responseCode, string? browserSession, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var request = await database.Requests.SingleOrDefaultAsync(request => request.Id == id, cancellationToken);
        if (request is { State: IdentificationState.Asked } && request.BelongsTo(browserSession)
            && await presentations.IsAnswerAsync(request.Presentation.Id, responseCode, browserSession, cancellationToken))
            await TakeAsync(database, request, responseCode!, browserSession!);
    }

    /// <summary>
    /// Stores the ID card before the register is asked and before the verifier forgets it: nothing is lost between the two. A browser
    /// that leaves meanwhile (a second click) does not stop it half-way.
    /// </summary>
    private async Task TakeAsync(CitizenIdDb database, IdentificationRequest request, string responseCode, string browserSession)
    {
        var presented = await presentations.RedeemAsync(responseCode, browserSession, CancellationToken.None);
        var read = presented.Match(result => IdCard.Read(result[IdCard.QueryId].Claims), refusal => refusal);
        if (read.Succeeded(out var card, out var refusal))
            (request.State, request.IdCard) = (IdentificationState.Looking, card.Write());
        else
            (request.State, request.Refusal) = (IdentificationState.Refused, StoredRefusal.Of(refusal).Write());

        try
        {
            await database.SaveChangesAsync(CancellationToken.None);
            await presentations.ForgetAsync(request.Presentation.Id, CancellationToken.None);
        }
        catch (DbUpdateConcurrencyException)
        {
            // The same answer came twice, by a click too many: whoever was first has stored what follows.
        }
    }

    /// <summary>Back to the wallet that asked through the authorization endpoint; else on the same device straight on into the wallet, which waits for the citizen ID.</summary>
    private static async Task<IResult> RespondAsync(
        Guid id, HttpContext context, AnswerIdentification answer, ReadIdentification read, HandOverCitizenId handOver, BrowserSession session, IOptions<TownOptions> town)
    {
        await answer.ExecuteAsync(id, context.Request.Query["response_code"], session.Existing, context.RequestAborted);
        var view = await read.ExecuteAsync(id, session.Existing, context.RequestAborted);
        if (view is not null && await handOver.ExecuteAsync(view, session.Existing, context.RequestAborted) is { } back)
            return new SeeOther(back);
        return new SeeOther(view is { Offer: { } offer, Request.CrossDevice: false } ? offer.WalletLink(town.Value).AbsoluteUri : IdentificationAddresses.Page(id));
    }
}
