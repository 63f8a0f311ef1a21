using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Privacy;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.VehicleUses;

/// <summary>Uses that a person asked for, and those that they consented to as a keeper.</summary>
internal sealed class KeptUses(IDbContextFactory<ParkingDb> databases) : IPersonalRecords
{
    /// <inheritdoc />
    public async Task<IReadOnlyList<PersonalRecord>> OfAsync(string residentId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var uses = await database.VehicleUses.AsNoTracking().Where(use => use.UserId == residentId || use.KeeperId == residentId).ToListAsync(cancellationToken);
        return [.. uses.Select(use => use.UserId == residentId ? OfUser(use) : OfKeeper(use))];
    }

    private static PersonalRecord OfUser(VehicleUse use) => new("vehicle-use", new("Nutzung eines fremden Fahrzeugs", "Use of somebody else's vehicle"), use.AskedAt,
    [
        new("plate", new("Kennzeichen", "Number plate"), use.Plate),
        new("basis", new("Grund", "Basis"), use.Basis.ToString()),
        new("state", new("Stand", "State"), use.State.ToString()),
        .. PersonalFact.Unless("evidence", new("Nachweis", "Evidence"), use.Evidence),
        .. PersonalFact.Unless("answer", new("Antwort", "Answer"), use.Answer),
    ]);

    private static PersonalRecord OfKeeper(VehicleUse use) => new("keeper-consent", new("Ihre Einwilligung als Halterin oder Halter", "Your consent as a keeper"), use.AnsweredAt ?? use.AskedAt,
    [
        new("plate", new("Kennzeichen", "Number plate"), use.Plate),
        new("state", new("Stand", "State"), use.State.ToString()),
        .. PersonalFact.Unless("statement", new("Wozu Sie eingewilligt haben", "What you consented to"), use.Statement),
    ]);
}
