using Modellstadt.Kernel.Auditing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Registers;

namespace Modellstadt.Parking.RegisterEvents;

/// <summary>Asks the registers how things stand after they told of a change, and does what the rules say about the permit. Everything that follows is one transaction.</summary>
internal sealed class DecideRegisterEvent(ReadPermitFacts read, PrepareEvent prepare, TownRules rules, CarryOutRegisterEvent carryOut, ApplicationJournal journal)
{
    /// <summary>True while an application is about what a register told and not about what a clerk or the holder made of it.</summary>
    public static bool Concerns(PermitApplication application) =>
        application.Origin is ApplicationOrigin.Register && (application.Purpose is not ApplicationPurpose.ZoneSwap || application.Findings is null);

    /// <summary>One step; stored when it returns. An application without a consequence is forgotten.</summary>
    /// <exception cref="DbUpdateException">Somebody changed the permit meanwhile: nothing was stored.</exception>
    public async Task ExecuteAsync(ParkingDb database, PermitApplication application, CancellationToken cancellationToken)
    {
        var permit = await database.Permits.SingleAsync(permit => permit.Id == application.PermitId, cancellationToken);
        var answer = await read.ExecuteAsync(database, new ResidentId(permit.ResidentId), cancellationToken);
        if (answer.Succeeded(out var registers, out var silence))
            await FollowAsync(database, application, permit, registers with { Findings = ClerkFindings.Of(application) }, cancellationToken);
        else
            journal.Wait(database, application, silence);

        await database.SaveChangesAsync(cancellationToken);
        carryOut.Show(permit);
    }

    private async Task FollowAsync(ParkingDb database, PermitApplication application, Permit permit, PermitFacts facts, CancellationToken cancellationToken)
    {
        var prepared = await prepare.ExecuteAsync(database, application, permit, facts, cancellationToken);
        switch (prepared.Consequence)
        {
            case EventConsequence.Ends(var reason) when DeciderOf(facts, prepared) is { } decider:
                carryOut.End(database, new FollowedEvent(application, permit, facts, decider), reason, prepared.Credits);
                break;
            case EventConsequence.Keeps(var plates) when DeciderOf(facts, prepared) is { } decider:
                await carryOut.KeepAsync(database, new FollowedEvent(application, permit, facts, decider), plates, cancellationToken);
                break;
            case EventConsequence.Ends or EventConsequence.Keeps:
                journal.LayBefore(database, application, prepared.Consequence.NeedsClerk ? new VehicleLeft() : new EventAwaitsRelease());
                break;
            case EventConsequence.AsksHolder(var proposal):
                carryOut.Ask(database, application, proposal);
                journal.Add(database, permit, Actors.Program, "zone-swap-proposed", proposal.ZoneId);
                break;
            case EventConsequence.AsksClerk(var reason):
                journal.LayBefore(database, application, reason);
                break;
            case EventConsequence.Noted(var plate):
                await journal.NoteAsync(database, permit, "vehicle-left", plate, cancellationToken);
                database.Applications.Remove(application);
                break;
            default:
                database.Applications.Remove(application);
                break;
        }
    }

    /// <summary>A clerk who released exactly this consequence, or the program on the basis that the town states.</summary>
    private Decider? DeciderOf(PermitFacts facts, PreparedEvent prepared)
    {
        if (facts.Findings.Last<Released>(release => release.Prepared == prepared.Name) is { } release)
            return new Decider(Actors.Staff(release.By), null);
        return prepared.Consequence.NeedsClerk ? null : Decider.Of(rules.On(facts.Day), ClerkFindings.None, prepared.Name!);
    }
}

/// <summary>What a register told, with everything that a consequence needs.</summary>
/// <param name="Application">The application that stands for it.</param>
/// <param name="Permit">The permit, as read in the same unit of work.</param>
/// <param name="Facts">What the registers say now.</param>
/// <param name="Decider">Who decides.</param>
internal sealed record FollowedEvent(PermitApplication Application, Permit Permit, PermitFacts Facts, Decider Decider);
