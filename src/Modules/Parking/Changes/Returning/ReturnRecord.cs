using System.Globalization;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Changes.Deciding;
using Modellstadt.Parking.Changes.Rules;
using Modellstadt.Parking.Office;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Payments;

namespace Modellstadt.Parking.Changes.Returning;

/// <summary>What the holder of a permit wants with its return.</summary>
/// <param name="ShownCents">What the page showed as refund.</param>
/// <param name="Account">Where it shall go; null for the account that the payment came from.</param>
internal sealed record ReturnWish(long ShownCents, Iban? Account);

/// <summary>Writes a return into the unit of work: the permit ends, its credentials are to be revoked, and what comes back is to be credited, or laid before a clerk where the town has not said it.</summary>
internal sealed class ReturnRecord(TownRules rules, TownCalendar calendar, ApplicationJournal journal, Outbox<ParkingDb> outbox)
{
    /// <summary>Adds it.</summary>
    /// <param name="database">The unit of work.</param>
    /// <param name="request">Identifier of the application that it becomes.</param>
    /// <param name="permit">The permit, tracked by the unit of work.</param>
    /// <param name="terms">Its terms.</param>
    /// <param name="wish">What the holder saw and wants.</param>
    /// <returns>The identifier; refused when the permit is over, or less comes back than was shown.</returns>
    public Outcome<Guid> Add(ParkingDb database, Guid request, Permit permit, IReadOnlyCollection<PermitTerm> terms, ReturnWish wish)
    {
        var (today, now) = (calendar.Today, calendar.Now);
        if (permit.IsOver(today))
            return new PermitHasEnded(permit.ValidUntil);

        var credits = ChangeRules.CreditsFor(rules.Today, terms, today);
        var cents = credits.Sum(credit => credit.Cents);
        if (cents < wish.ShownCents)
            return new ChangeIsAnother();

        var application = new ChangeRequest(request, ApplicationPurpose.Return, PermitWish.Nothing with { RefundIban = wish.Account?.Text }).ToApplication(permit, ApplicationOrigin.Holder, browserHash: null, now);
        database.Applications.Add(application);
        permit.End(PermitState.Returned, "returned by its holder", now);
        var refund = IsRefundOpen(terms) ? "refund open" : string.Create(CultureInfo.InvariantCulture, $"EUR {cents / 100m:0.00}");
        journal.Add(database, permit, Actors.Citizen, "permit-returned", $"{refund}, {rules.Today.Version}");
        Settle(database, application, terms);
        outbox.Add(database, CredentialsRevoked.MessageKind, new RevokedPermit(permit.Id));
        if (credits is not [])
            outbox.Add(database, ReturnCredited.MessageKind, new ReturnedPermit(permit.Id, credits, wish.Account?.Text));
        return request;
    }

    /// <summary>True when the town has not said what comes back, and there was a fee: a clerk decides it, after the permit has ended.</summary>
    private bool IsRefundOpen(IEnumerable<PermitTerm> terms) => rules.Today.Rules.Refund.Value is null && terms.Any(term => term.AmountCents > 0);

    private void Settle(ParkingDb database, PermitApplication application, IEnumerable<PermitTerm> terms)
    {
        if (IsRefundOpen(terms))
        {
            journal.LayBefore(database, application, new RefundOpen());
            return;
        }

        application.State = ApplicationState.Granted;
        application.ForgetSteps();
    }
}
