using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Region.Storage;
using Modellstadt.Verifier;

namespace Modellstadt.Region.Visits;

/// <summary>The guest's browser comes back from the wallet: <c>GET /guest/at/{id}/answer?response_code=…</c>.</summary>
internal sealed class TakeApplication(IDbContextFactory<RegionDb> databases, ReadGuest guests, Presentations presentations, HandOverCard cards, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(VisitAddresses.Door + "/at/{id:guid}/answer", RespondAsync).ExcludeFromDescription();

    /// <summary>Takes the answer to this guest's last question once; anything else changes nothing.</summary>
    /// <returns>Where it goes on: into the wallet with the permit, or the guest's page, which says why not.</returns>
    public async Task<Outcome<string>> ExecuteAsync(Guid id, string? responseCode, string? browserSession, CancellationToken cancellationToken)
    {
        if (await guests.FindAsync(id, browserSession, cancellationToken) is not { } found)
            return new NoSuchGuest();
        if (found.Guest is not { Presentation: { } question, AppliedAt: null } guest || !await presentations.IsAnswerAsync(question, responseCode, browserSession, cancellationToken))
            return VisitAddresses.Guest(id);

        var refusal = await JudgeAsync(guest, responseCode!, browserSession!);
        await KeepAsync(guest, refusal);
        await presentations.ForgetAsync(question, CancellationToken.None);
        return refusal is null ? await cards.ExecuteAsync(id, browserSession, cancellationToken) : VisitAddresses.Guest(id);
    }

    /// <summary>Null when the DEMO citizen ID is that of this guest.</summary>
    private async Task<Refusal?> JudgeAsync(VisitGuest guest, string responseCode, string browserSession)
    {
        var redeemed = await presentations.RedeemAsync(responseCode, browserSession, CancellationToken.None);
        if (!redeemed.Succeeded(out var shown, out var refusal))
            return refusal;
        return VisitCredentials.ReferenceIn(shown) == guest.Reference ? null : new CardOfAnotherGuest();
    }

    private async Task KeepAsync(VisitGuest guest, Refusal? refusal)
    {
        var (appliedAt, words) = (refusal is null ? time.GetUtcNow() : (DateTimeOffset?)null, refusal is null ? null : StoredRefusal.Of(refusal).Write());
        await using var database = await databases.CreateDbContextAsync(CancellationToken.None);
        await database.VisitGuests.Where(row => row.Id == guest.Id && row.AppliedAt == null).ExecuteUpdateAsync(
            row => row.SetProperty(one => one.AppliedAt, appliedAt).SetProperty(one => one.Refusal, words), CancellationToken.None);
    }

    private static async Task<IResult> RespondAsync(Guid id, HttpContext context, TakeApplication take, BrowserSession session) =>
        (await take.ExecuteAsync(id, context.Request.Query["response_code"], session.Existing, context.RequestAborted)).Match<IResult>(onwards => new SeeOther(onwards), context.Problem);
}
