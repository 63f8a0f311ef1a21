using Microsoft.EntityFrameworkCore;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Privacy;

/// <summary>Corrections that wait for a clerk, and those of one person.</summary>
internal sealed class ListCorrections(IDbContextFactory<ParkingDb> databases, TownRules rules)
{
    private const int MostShown = 200;

    /// <summary>Those that nobody has answered, oldest first.</summary>
    public async Task<IReadOnlyList<Correction>> OpenAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Corrections.AsNoTracking().Where(one => one.Ags == rules.Ags && one.AnsweredAt == null)
            .OrderBy(one => one.AskedAt).Take(MostShown).ToListAsync(cancellationToken);
    }

    /// <summary>Those of a person, newest first.</summary>
    public async Task<IReadOnlyList<Correction>> OfAsync(string residentId, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Corrections.AsNoTracking().Where(one => one.Ags == rules.Ags && one.ResidentId == residentId)
            .OrderByDescending(one => one.AskedAt).Take(MostShown).ToListAsync(cancellationToken);
    }
}
