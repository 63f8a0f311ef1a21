using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Events;
using Modellstadt.Parking.Changes.Cards;
using Modellstadt.Parking.Changes.Returning;
using Modellstadt.Parking.Changes.Rules;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Letters;
using Modellstadt.Parking.Office;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.RegisterEvents;

/// <summary>Adds what follows from a register's change to the unit of work: permit, decision, history, and the messages to the holder, to the issuer and to the ledger.</summary>
internal sealed class CarryOutRegisterEvent(DecisionRecord decisions, NewsOutbox news, PlateIndex index, Outbox<ParkingDb> outbox, TimeProvider time)
{
    /// <summary>Ends the permit; unused months come back by the town's rule.</summary>
    public void End(ParkingDb database, FollowedEvent followed, EndReason reason, IReadOnlyList<ReturnCredit> credits)
    {
        var (application, permit, facts, decider) = followed;
        permit.End(PermitState.Lapsed, InWordsOfTheOffice(reason), time.GetUtcNow());
        outbox.Add(database, CredentialsRevoked.MessageKind, new RevokedPermit(permit.Id));
        if (credits is not [])
            outbox.Add(database, ReturnCredited.MessageKind, new ReturnedPermit(permit.Id, credits, Iban: null));
        decisions.Grant(database, application, facts, permit, decider, string.Create(CultureInfo.InvariantCulture, $"{reason}, EUR {credits.Sum(credit => credit.Cents) / 100m:0.00}"));
    }

    /// <summary>Leaves the permit with fewer plates; the card in the wallet is renewed.</summary>
    public async Task KeepAsync(ParkingDb database, FollowedEvent followed, IReadOnlyList<string> plates, CancellationToken cancellationToken)
    {
        var permit = followed.Permit;
        (permit.Plates, permit.ChangedAt) = (Permit.Line(plates), time.GetUtcNow());
        if (!await database.OutdatedCards.AnyAsync(card => card.PermitId == permit.Id, cancellationToken))
            database.OutdatedCards.Add(new OutdatedCard { PermitId = permit.Id, Since = permit.ChangedAt });
        outbox.Add(database, CardsOutdated.MessageKind, new CardOutdated(permit.Id));
        decisions.Grant(database, followed.Application, followed.Facts, permit, followed.Decider, permit.Plates);
    }

    /// <summary>The holder lives in another zone: asks whether the permit is to follow.</summary>
    public void Ask(ParkingDb database, PermitApplication application, PermitProposal proposal)
    {
        (application.State, application.Proposal, application.NextAttemptAt) = (ApplicationState.WaitingForConfirmation, proposal.Write(), null);
        news.Add(database, new PermitNews(NewsKind.OtherZone, application.Id, null));
    }

    /// <summary>Shows a stored permit to wardens, and wakes the messages.</summary>
    public void Show(Permit permit)
    {
        index.Put(permit);
        outbox.Wake();
    }

    /// <summary>Stands with the permit, beside what clerks write there.</summary>
    private static string InWordsOfTheOffice(EndReason reason) => reason switch
    {
        EndReason.Died => "verstorben (Melderegister)",
        EndReason.MovedAway => "weggezogen (Melderegister)",
        EndReason.LeftZone => "in kein Bewohnerparkgebiet umgezogen (Melderegister)",
        _ => "Fahrzeug abgemeldet oder abgegeben (Fahrzeugregister)",
    };
}
