using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Texts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Letters;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Permits;

/// <summary>The citizen applies with binding effect: <c>POST /permit/applications/{id}/confirmation</c>.</summary>
internal sealed class ConfirmApplication(IDbContextFactory<ParkingDb> databases, AdvanceApplication advance, ApplicationJournal journal, TownCalendar calendar)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/permit/applications/{id:guid}/confirmation", RespondAsync).LimitBody(4096).ExcludeFromDescription();

    /// <summary>Stores the wish, then decides. A second click finds the wish stored and waits for the same decision.</summary>
    public async Task ExecuteAsync(Guid id, PermitWish wish, string? browserSession, CancellationToken cancellationToken)
    {
        if (await StoreAsync(id, wish, browserSession, cancellationToken))
            await advance.ExecuteAsync(id, cancellationToken);
    }

    /// <summary>False when there is no such application in this browser.</summary>
    private async Task<bool> StoreAsync(Guid id, PermitWish wish, string? browserSession, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var application = await database.Applications.SingleOrDefaultAsync(application => application.Id == id, cancellationToken);
        if (application is null || !application.BelongsTo(browserSession))
            return false;
        if (application.State is not ApplicationState.WaitingForConfirmation)
            return true;

        application.Confirm(wish, calendar.Now + AdvanceApplication.Patience);
        journal.Add(database, application, Actors.Citizen, "application-confirmed", wish.Months.ToString(CultureInfo.InvariantCulture));
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Two clicks: the first one's wish is stored.
        }

        return true;
    }

    /// <summary>What stands in the form of a proposal.</summary>
    public static PermitWish WishOf(IFormCollection form) => new(
        [.. form["vehicle"].OfType<string>().Distinct()],
        int.TryParse(form["months"], NumberStyles.None, CultureInfo.InvariantCulture, out var months) ? months : 0,
        form["no_own_space"] == "true");

    /// <summary>On the same device straight on into the wallet, which waits for the permit.</summary>
    private static async Task<IResult> RespondAsync(
        Guid id, IFormCollection form, HttpContext context, ConfirmApplication confirm, GiveEmail email, ReadApplication read, BrowserSession session, IOptions<TownOptions> town,
        CurrentLanguage language)
    {
        if (!await email.ExecuteAsync(id, form["email"], session.Existing, language.Language, context.RequestAborted))
            return new SeeOther(ApplicationAddresses.Page(id));
        await confirm.ExecuteAsync(id, WishOf(form), session.Existing, context.RequestAborted);
        var view = await read.ExecuteAsync(id, session.Existing, context.RequestAborted);
        return new SeeOther(view is { Offer: { } offer, Application.CrossDevice: false } ? offer.WalletLink(town.Value).AbsoluteUri : ApplicationAddresses.Page(id));
    }
}
