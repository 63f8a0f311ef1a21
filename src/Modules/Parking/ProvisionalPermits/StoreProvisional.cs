using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Parking.Inspections;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.ProvisionalPermits;

/// <summary>Stores a provisional permit with its decision, its history and both applications, in one transaction. It costs nothing: there is no term and no notice.</summary>
internal sealed class StoreProvisional(TownRules rules, PlateIndex index, DecisionRecord decisions, RandomSource random, TimeProvider time)
{
    /// <summary>Grants.</summary>
    /// <param name="database">The unit of work, with what else is to be stored in it.</param>
    /// <param name="waiting">The application that waits for the register; it goes on waiting.</param>
    /// <param name="provisional">The application that stands for the provisional permit.</param>
    /// <param name="prepared">What is granted.</param>
    /// <param name="decider">Who decides.</param>
    /// <param name="cancellationToken">Ends the work before it is stored.</param>
    /// <exception cref="DbUpdateException">The register answered meanwhile, or the person got a permit: nothing was stored.</exception>
    public async Task ExecuteAsync(
        ParkingDb database, PermitApplication waiting, PermitApplication provisional, PreparedProvisional prepared, Decider decider, CancellationToken cancellationToken)
    {
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var town = rules.On(prepared.From);
        var number = await PermitNumbers.DrawAsync(database, town.Town, prepared.From.Year, cancellationToken);
        await HeldPermits.ExpireAsync(database, waiting, prepared.From, time.GetUtcNow(), cancellationToken);

        var statement = ProvisionalStatement.Of(waiting)! with { Granted = new ProvisionalGrant(number, prepared.From, prepared.Until) };
        waiting.Statement = provisional.Statement = statement.Write();
        (provisional.Proposal, provisional.Wish) = (waiting.Proposal, waiting.Wish);
        var permit = PermitOf(provisional, prepared, number, town.Version);
        database.Permits.Add(permit);
        decisions.Grant(database, provisional, facts: null, permit, decider, $"{number}, {town.Version}, {prepared.Prepared}");
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        index.Put(permit);
    }

    private Permit PermitOf(PermitApplication provisional, PreparedProvisional prepared, string number, string ruleVersion)
    {
        var now = time.GetUtcNow();
        return new Permit
        {
            Id = random.NewId(),
            Ags = provisional.Ags,
            PermitNumber = number,
            ResidentId = provisional.ResidentId!,
            Plates = prepared.Plates,
            Zone = prepared.Proposal.ZoneId,
            ZoneName = prepared.Proposal.ZoneName,
            ValidFrom = prepared.From,
            ValidUntil = prepared.Until,
            Provisional = true,
            ApplicationId = provisional.Id,
            FeeNoticeId = random.NewId(),
            IssuedAt = now,
            RuleVersion = ruleVersion,
            ChangedAt = now,
        };
    }
}
