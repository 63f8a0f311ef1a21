using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Parking.Changes.Rules;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Changes.Deciding;

/// <summary>Asks the registers about a change of a permit and does what the rules say: carries it out, refuses it, waits, or lays it before a clerk.</summary>
internal sealed class DecideChange(
    ReadPermitFacts read, TownRules rules, CarryOutChange carryOut, ApplicationJournal journal, DecisionRecord decisions)
{
    /// <summary>One step; stored when it returns.</summary>
    /// <exception cref="DbUpdateException">Somebody was quicker with the application or with its permit: nothing was stored.</exception>
    public async Task ExecuteAsync(ParkingDb database, PermitApplication application, CancellationToken cancellationToken)
    {
        var permit = await database.Permits.SingleAsync(permit => permit.Id == application.PermitId, cancellationToken);
        var answer = await read.ExecuteAsync(database, new ResidentId(application.ResidentId!), cancellationToken);
        if (!answer.Succeeded(out var registers, out var silence))
            journal.Wait(database, application, silence);
        else if (await CarryOutAsync(database, application, permit, registers with { Findings = ClerkFindings.Of(application) }, cancellationToken))
            return;

        await database.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Who may decide a change that is ready; null: nobody yet, it waits for a release.</summary>
    public static Decider? DeciderOf(ParkingFacts town, ClerkFindings findings, PermitChange change) =>
        change.NeedsClerk && findings.Last<Released>() is null ? null : Decider.Of(town, findings, change.Prepared);

    /// <summary>True when it is carried out and stored; else what happens instead is left to be stored.</summary>
    private async Task<bool> CarryOutAsync(ParkingDb database, PermitApplication application, Permit permit, PermitFacts facts, CancellationToken cancellationToken)
    {
        var (town, wish) = (rules.On(facts.Day), PermitWish.Read(application.Wish!));
        if (!ChangeRules.Decide(town, facts, permit, application.Purpose, wish).Succeeded(out var change, out var refusal))
        {
            Deny(database, application, facts, refusal);
            return false;
        }

        application.Proposal = change.Proposal.Write();
        if (!change.IsWhatWasShown(wish.Shown))
        {
            Deny(database, application, facts, new ChangeIsAnother());
            return false;
        }

        if (DeciderOf(town, facts.Findings, change) is not { } decider)
        {
            journal.LayBefore(database, application, new AwaitsRelease());
            return false;
        }

        await carryOut.ExecuteAsync(database, new DecidedChange(application, permit, facts, change, decider), cancellationToken);
        return true;
    }

    private void Deny(ParkingDb database, PermitApplication application, PermitFacts facts, Refusal refusal)
    {
        if (refusal is OfficeDecides reason)
            journal.LayBefore(database, application, reason);
        else if (Decider.Of(rules.On(facts.Day), facts.Findings, PreparedDecision.Of(refusal)) is { } decider)
            decisions.Refuse(database, application, facts, refusal, decider);
        else
            journal.LayBefore(database, application, new AwaitsRelease());
    }
}

/// <summary>A change that was decided and is to be stored.</summary>
/// <param name="Application">What asked for it.</param>
/// <param name="Permit">The permit, as read in the same unit of work.</param>
/// <param name="Facts">What the registers said.</param>
/// <param name="Change">What becomes of it.</param>
/// <param name="Decider">Who decided.</param>
internal sealed record DecidedChange(PermitApplication Application, Permit Permit, PermitFacts Facts, PermitChange Change, Decider Decider);
