using Microsoft.EntityFrameworkCore;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Plates;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Office;

/// <summary>The clerk's list of permits.</summary>
internal sealed class ListPermits(IDbContextFactory<ParkingDb> databases, TownRules rules)
{
    /// <summary>Permits whose plate or number was searched for, all when nothing was; newest first.</summary>
    public async Task<ListPage<Permit>> ReadAsync(string? search, int page, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var permits = Search(database.Permits.AsNoTracking().Where(permit => permit.Ags == rules.Ags), search?.Trim());
        return await ListPage<Permit>.ReadAsync(
            permits, all => all.OrderByDescending(permit => permit.IssuedAt).ThenByDescending(permit => permit.PermitNumber), page, cancellationToken);
    }

    private IQueryable<Permit> Search(IQueryable<Permit> permits, string? search)
    {
        if (string.IsNullOrEmpty(search))
            return permits;

        if (LicensePlate.Readings(search, rules.Today.PlateDistricts) is [var plate, ..])
        {
            // The whole plate, whatever its season: "E-AB 12" is no part of "GE-AB 123".
            var (alone, seasonal) = ($", {plate.WithoutSeason},", $", {plate.WithoutSeason} ");
            return permits.Where(permit => (", " + permit.Plates + ",").Contains(alone) || (", " + permit.Plates).Contains(seasonal));
        }

        var number = string.Concat(search.ToUpperInvariant().Where(sign => char.IsLetterOrDigit(sign) || sign == '-'));
        return permits.Where(permit => permit.PermitNumber == number);
    }
}
