using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Letters;
using Modellstadt.Parking.Office.Cases;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Changes.Returning;

/// <summary>
/// A clerk decides what comes back of the fees of a returned permit where the town has laid nothing down:
/// <c>POST /office/cases/{id}/refund</c>. Decision, history, letter and credit are one transaction; the permit is over whatever is decided.
/// </summary>
internal sealed class DecideRefund(IDbContextFactory<ParkingDb> databases, ChangeCase change, ReadRefundCase read, DecisionRecord decisions, NewsOutbox news, Outbox<ParkingDb> outbox)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(CaseAddresses.Refund("{id:guid}"), RespondAsync).RequireStaff(StaffRole.Clerk).LimitBody(16_384).ExcludeFromDescription();

    /// <summary>Decides; refused without a reason, and for an amount below nothing or above the fees.</summary>
    /// <param name="id">The return.</param>
    /// <param name="clerk">Who decides, now.</param>
    /// <param name="cents">Euro cents that come back; null when the clerk wrote no amount.</param>
    /// <param name="reason">Why, for the letter.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<PermitApplication>> ExecuteAsync(Guid id, CaseClaim clerk, long? cents, string? reason, CancellationToken cancellationToken)
    {
        if (CaseQuestion.Words(reason) is not { } words)
            return new CaseNeedsWords();
        if (await ReadAsync(id, cancellationToken) is not { } refund)
            return new CaseMovedOn();
        if (cents is not { } back || back < 0 || back > refund.MostCents)
            return new RefundUnusable();

        var decided = await change.ExecuteAsync(id, clerk, "refund-found", (database, application) =>
        {
            Settle(database, application, refund, new Settlement(back, words, clerk.Clerk));
            return null;
        }, cancellationToken);
        if (decided.Refusal is null)
            outbox.Wake();
        return decided;
    }

    /// <summary>Euro cents as people write euros; null when it is no amount.</summary>
    public static long? CentsOf(string? euros) =>
        decimal.TryParse(euros?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
        && amount <= 100_000 && decimal.Round(amount, 2) == amount ? (long)(amount * 100) : null;

    private async Task<RefundCase?> ReadAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var application = await database.Applications.AsNoTracking().SingleOrDefaultAsync(application => application.Id == id, cancellationToken);
        return application is not null && ReadRefundCase.IsAbout(application) ? await read.ExecuteAsync(database, application, cancellationToken) : null;
    }

    private void Settle(ParkingDb database, PermitApplication application, RefundCase refund, Settlement settlement)
    {
        var (iban, credits) = (PermitWish.Read(application.Wish!).RefundIban, refund.CreditsOf(settlement.Cents));
        var facts = new DecisionFacts(null, null, null)
        {
            Office = new OfficeReason(settlement.Reason, refund.Addressee),
            Refund = new RefundFact(refund.MostCents, settlement.Cents),
        };
        var detail = string.Create(CultureInfo.InvariantCulture, $"EUR {settlement.Cents / 100m:0.00}");
        decisions.Settle(database, application, facts, refund.Permit, new Decider(Actors.Staff(settlement.Clerk), null), detail);
        news.Add(database, new PermitNews(NewsKind.RefundDecided, application.Id, refund.Permit.Id));
        if (credits is not [])
            outbox.Add(database, ReturnCredited.MessageKind, new ReturnedPermit(refund.Permit.Id, credits, iban));
    }

    private static async Task<IResult> RespondAsync(Guid id, [FromForm] string? euros, [FromForm] string? reason, HttpContext context, DecideRefund decide, CaseClerk clerk)
    {
        var outcome = await decide.ExecuteAsync(id, clerk.Now, CentsOf(euros), reason, context.RequestAborted);
        return CaseAddresses.Onwards(id, outcome.Refusal);
    }

    private sealed record Settlement(long Cents, string Reason, Guid Clerk);
}
