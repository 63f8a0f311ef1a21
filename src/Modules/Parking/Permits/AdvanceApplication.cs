using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.Permits;

/// <summary>
/// Takes an application that waits for the registers one step on: to the proposal, or after the confirmation to the decision.
/// Can be repeated at any time, by several at once.
/// </summary>
internal sealed class AdvanceApplication(
    IDbContextFactory<ParkingDb> databases, ReadPermitFacts read, TownRules rules, GrantPermit grantPermit, ApplicationJournal journal, TownCalendar calendar)
{
    private const int MostTries = 3;

    /// <summary>How long a step that was begun is left alone before somebody else takes it up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    /// <summary>True when the application does not wait for a register any more.</summary>
    public async Task<bool> ExecuteAsync(Guid id, CancellationToken cancellationToken)
    {
        int? revision = null;
        for (var attempt = 0; attempt < MostTries; attempt++)
        {
            await using var database = await databases.CreateDbContextAsync(cancellationToken);
            var application = await database.Applications.SingleOrDefaultAsync(application => application.Id == id, cancellationToken);
            if (application is not { State: ApplicationState.WaitingForRegister })
                return true;
            if (revision is not null && application.Revision != revision)
                return false; // Somebody else took the same step and found a register silent.

            revision = application.Revision;
            try
            {
                await StepAsync(database, application, cancellationToken);
                return application.State is not ApplicationState.WaitingForRegister;
            }
            catch (DbUpdateException) when (attempt + 1 < MostTries)
            {
                // Somebody was quicker, with this application or with another one of the same person: what they stored counts, so decide anew.
            }
        }

        return false;
    }

    private async Task StepAsync(ParkingDb database, PermitApplication application, CancellationToken cancellationToken)
    {
        var answer = await read.ExecuteAsync(database, new ResidentId(application.ResidentId!), cancellationToken);
        if (!answer.Succeeded(out var facts, out var refusal))
        {
            if (refusal is RegisterUnreachable)
                Wait(database, application);
            else
                journal.Refuse(database, application, refusal);
        }
        else if (application.Wish is null)
        {
            Propose(database, application, facts);
        }
        else if (Decide(application, facts).Succeeded(out var grant, out refusal))
        {
            await grantPermit.ExecuteAsync(database, application, grant, cancellationToken);
            return;
        }
        else if (refusal is WishRefusal)
        {
            Propose(database, application, facts);
            application.Refusal = StoredRefusal.Of(refusal).Write();
        }
        else
        {
            journal.Refuse(database, application, refusal);
        }

        await database.SaveChangesAsync(cancellationToken);
    }

    private Outcome<PermitGrant> Decide(PermitApplication application, PermitFacts facts)
    {
        var wish = PermitWish.Read(application.Wish!);
        var decided = PermitRules.Decide(rules.On(facts.Day), facts, wish);
        return decided.Succeeded(out var grant, out _) && !grant.IsWhatWasShown(PermitProposal.Read(application.Proposal!), wish.Months) ? new ProposalChanged() : decided;
    }

    private void Propose(ParkingDb database, PermitApplication application, PermitFacts facts)
    {
        var town = rules.On(facts.Day);
        if (!PermitRules.Propose(town, facts).Succeeded(out var proposal, out var refusal))
        {
            journal.Refuse(database, application, refusal);
            return;
        }

        (application.State, application.Proposal, application.Wish, application.NextAttemptAt) = (ApplicationState.WaitingForConfirmation, proposal.Write(), null, null);
        journal.Add(database, application, Actors.Program, "application-proposed", $"{town.Version}, {proposal.FeeRuleId}");
    }

    private void Wait(ParkingDb database, PermitApplication application)
    {
        if (application.Attempts == 0)
            journal.Add(database, application, Actors.Program, "application-waiting");
        application.Attempts++;
        var pause = ShortestPause * application.Attempts;
        application.NextAttemptAt = calendar.Now + (pause < LongestPause ? pause : LongestPause);
    }
}
