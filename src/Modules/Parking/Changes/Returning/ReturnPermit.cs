using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;
using Modellstadt.Payments;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Changes.Returning;

/// <summary>The holder gives the permit back: <c>POST /permit/mine/return</c>. End, history, refund and message to the issuer are one transaction.</summary>
internal sealed class ReturnPermit(IDbContextFactory<ParkingDb> databases, ReadMyPermit mine, ReturnRecord record, PlateIndex index, Outbox<ParkingDb> outbox)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(HolderAddresses.Return, RespondAsync).LimitBody(4096).ExcludeFromDescription();

    /// <summary>Returns; refused when the permit is over already, more was shown as refund than comes back today, or the account is none.</summary>
    /// <param name="request">Identifier of the application that it becomes: a second click changes nothing.</param>
    /// <param name="holder">Whose permit.</param>
    /// <param name="shownCents">What the holder saw as refund.</param>
    /// <param name="iban">The account that it shall go to, as typed; null or blank for the one that the payment came from.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<Guid>> ExecuteAsync(Guid request, ResidentId holder, long shownCents, string? iban, CancellationToken cancellationToken)
    {
        var account = Iban.TryRead(iban);
        if (account is null && !string.IsNullOrWhiteSpace(iban))
            return new RefundAccountUnreadable();

        var wish = new ReturnWish(shownCents, account);
        try
        {
            return await StoreAsync(request, holder, wish, cancellationToken);
        }
        catch (DbUpdateException)
        {
            // A second click, or somebody changed the permit in the same moment: what they stored counts.
            return await StoreAsync(request, holder, wish, cancellationToken);
        }
    }

    private async Task<Outcome<Guid>> StoreAsync(Guid request, ResidentId holder, ReturnWish wish, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Applications.AnyAsync(application => application.Id == request && application.ResidentId == holder.Value, cancellationToken))
            return request;
        if (await mine.FindAsync(database, holder, cancellationToken) is not { } found)
            return new ChangeNotFound();

        var permit = await database.Permits.SingleAsync(permit => permit.Id == found.Id, cancellationToken);
        var terms = await database.PermitTerms.AsNoTracking().Where(term => term.PermitId == permit.Id).ToListAsync(cancellationToken);
        if (!record.Add(database, request, permit, terms, wish).Succeeded(out var returned, out var refusal))
            return refusal;

        await WithdrawOpenChangeAsync(database, permit, cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        index.Put(permit);
        outbox.Wake();
        return returned;
    }

    /// <summary>What was asked for and not decided yet has no permit any more.</summary>
    private static async Task WithdrawOpenChangeAsync(ParkingDb database, Permit permit, CancellationToken cancellationToken)
    {
        var open = await database.Applications.SingleOrDefaultAsync(
            application => application.PermitId == permit.Id && (application.State == ApplicationState.WaitingForRegister || application.State == ApplicationState.WaitingForClerk), cancellationToken);
        open?.Withdraw();
    }

    private static async Task<IResult> RespondAsync(IFormCollection form, HttpContext context, ReturnPermit give, HolderSessions sessions)
    {
        if (await sessions.CurrentAsync(HolderAction.Return, context.RequestAborted) is not { } holder)
            return new SeeOther(HolderAddresses.SignIn);
        if (!Guid.TryParse(form["request"], out var request))
            return new SeeOther(HolderAddresses.Mine);

        var shown = long.TryParse(form["shown_cents"], NumberStyles.None, CultureInfo.InvariantCulture, out var cents) ? cents : 0;
        var outcome = await give.ExecuteAsync(request, holder, shown, form["iban"], context.RequestAborted);
        if (outcome.Refusal is RefundAccountUnreadable unreadable)
        {
            context.RefusePage(unreadable);
            return Results.Empty;
        }

        return new SeeOther(outcome.Succeeded(out var id, out _) ? HolderAddresses.Change(id) : HolderAddresses.Mine);
    }
}
