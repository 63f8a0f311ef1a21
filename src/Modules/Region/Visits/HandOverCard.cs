using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Visits;

/// <summary>Offers a guest's wallet the card of this step: <c>POST /guest/at/{id}/card</c>. A repeated call offers the same card again.</summary>
internal sealed class HandOverCard(IDbContextFactory<RegionDb> databases, ReadGuest guests, CredentialOffers offers, CredentialStatuses statuses, IOptions<TownOptions> town)
{
    private const int LargestForm = 4096;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(VisitAddresses.Door + "/at/{id:guid}/card", RespondAsync).LimitBody(LargestForm).RequireRateLimiting(GuestLimit.Name).ExcludeFromDescription();

    /// <summary>The link into the wallet on the same phone, and from there back to the guest's page.</summary>
    public async Task<Outcome<string>> ExecuteAsync(Guid id, string? browserSession, CancellationToken cancellationToken)
    {
        if (await guests.FindAsync(id, browserSession, cancellationToken) is not { } found)
            return new NoSuchGuest();

        var (guest, visit) = found;
        var isPermit = guest.Step >= GuestStep.Applied;
        var offer = await offers.CreateAsync(isPermit ? VisitCredentials.PermitOf(guest, visit) : VisitCredentials.IdOf(guest, visit), cancellationToken);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var row = database.VisitGuests.Where(one => one.Id == id);
        var kept = isPermit
            ? await row.ExecuteUpdateAsync(one => one.SetProperty(each => each.PermitOffer, offer.Id), cancellationToken)
            : await row.ExecuteUpdateAsync(one => one.SetProperty(each => each.IdOffer, offer.Id), cancellationToken);
        // Whoever ended the visit meanwhile may not have seen this offer.
        if (kept == 0 || await guests.FindAsync(id, browserSession, cancellationToken) is null)
        {
            await statuses.RevokeAsync(guest.Subject, CancellationToken.None);
            return new NoSuchGuest();
        }

        return $"{offer.WalletLink(town.Value).AbsoluteUri}&back={Uri.EscapeDataString(VisitAddresses.Guest(id))}";
    }

    /// <summary>Sends the browser into the wallet.</summary>
    public static async Task<IResult> RespondAsync(Guid id, IFormCollection form, HttpContext context)
    {
        var services = context.RequestServices;
        var outcome = await services.GetRequiredService<HandOverCard>().ExecuteAsync(id, services.GetRequiredService<BrowserSession>().Existing, context.RequestAborted);
        return outcome.Match<IResult>(link => new SeeOther(link), context.Problem);
    }
}
