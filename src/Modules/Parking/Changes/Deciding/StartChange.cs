using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Changes.Rules;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Changes.Deciding;

/// <summary>The holder asks for a change with binding effect: <c>POST /permit/mine/changes</c>.</summary>
internal sealed class StartChange(IDbContextFactory<ParkingDb> databases, ReadMyPermit mine, AdvanceApplication advance, ApplicationJournal journal, TownCalendar calendar)
{
    private static readonly ApplicationPurpose[] Offered = [ApplicationPurpose.Renewal, ApplicationPurpose.PlateChange, ApplicationPurpose.TemporaryPlate, ApplicationPurpose.ZoneSwap];

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(HolderAddresses.Changes, RespondAsync).LimitBody(4096).ExcludeFromDescription();

    /// <summary>
    /// Stores the wish, then decides. The form carries the identifier: a second click finds the wish stored and waits for the same
    /// decision. While another change of the permit is not decided yet, nothing is stored.
    /// </summary>
    /// <returns>False when the person has no permit.</returns>
    public async Task<bool> ExecuteAsync(ChangeRequest request, ResidentId holder, string? browserSession, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await mine.FindAsync(database, holder, cancellationToken) is not { } permit)
            return false;

        var application = request.ToApplication(permit, ApplicationOrigin.Holder, browserSession is null ? null : BrowserHashes.Of(browserSession), calendar.Now);
        database.Applications.Add(application);
        journal.Add(database, application, Actors.Citizen, "change-requested", request.Purpose.ToString());
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            return true; // A second click, or another change of this permit waits already: that one goes on.
        }

        await advance.ExecuteAsync(request.Id, cancellationToken);
        return true;
    }

    private static ChangeRequest? RequestOf(IFormCollection form)
    {
        if (!Guid.TryParse(form["request"], out var id) || !Enum.TryParse<ApplicationPurpose>(form["purpose"], out var purpose) || !Offered.Contains(purpose))
            return null;

        var wish = new PermitWish([.. form["vehicle"].OfType<string>().Distinct()], NumberOf(form["months"]), form["no_own_space"] == "true")
        {
            Shown = ShownChange.Read(form),
            Temporary = ShownChange.DayOf(form["from"]) is { } from && ShownChange.DayOf(form["until"]) is { } until ? new TemporaryPlateWish(form["plate"].ToString(), from, until) : null,
        };
        return new ChangeRequest(id, purpose, wish);
    }

    private static int NumberOf(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    /// <summary>On the same device straight into the wallet, where the new card waits.</summary>
    private static async Task<IResult> RespondAsync(
        IFormCollection form, HttpContext context, StartChange start, ReadChange read, HolderSessions sessions, BrowserSession browser, IOptions<TownOptions> town)
    {
        if (RequestOf(form) is not { } request)
            return new SeeOther(HolderAddresses.Mine);
        var action = request.Purpose is ApplicationPurpose.Renewal ? HolderAction.Renew : HolderAction.Change;
        if (await sessions.CurrentAsync(action, context.RequestAborted) is not { } resident)
            return new SeeOther(HolderAddresses.SignIn);
        if (!await start.ExecuteAsync(request, resident, browser.Existing, context.RequestAborted))
            return new SeeOther(HolderAddresses.Mine);
        if (await read.ExecuteAsync(request.Id, resident, context.RequestAborted) is not { } view)
            return new SeeOther(HolderAddresses.Mine);

        var card = DeviceChoice.IsOther(form["device"], context) ? null : await read.OfferAsync(view, context.RequestAborted);
        return new SeeOther(card?.WalletLink(town.Value).AbsoluteUri ?? HolderAddresses.Change(request.Id));
    }
}

/// <summary>What a holder asks for.</summary>
/// <param name="Id">Identifier of the application that it becomes.</param>
/// <param name="Purpose">What.</param>
/// <param name="Wish">The details, and what was shown.</param>
internal sealed record ChangeRequest(Guid Id, ApplicationPurpose Purpose, PermitWish Wish)
{
    /// <summary>The application for a permit that waits to be decided.</summary>
    public PermitApplication ToApplication(Permit permit, ApplicationOrigin origin, string? browserHash, DateTimeOffset now) => new()
    {
        Id = Id,
        Ags = permit.Ags,
        Purpose = Purpose,
        Origin = origin,
        BrowserHash = browserHash,
        State = ApplicationState.WaitingForRegister,
        ResidentId = permit.ResidentId,
        PermitId = permit.Id,
        Wish = Wish.Write(),
        CreatedAt = now,
        NextAttemptAt = now + AdvanceApplication.Patience,
    };
}
