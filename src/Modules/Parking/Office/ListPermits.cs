using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Office.Search;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Plates;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Office;

/// <summary>The clerk's list of permits.</summary>
internal sealed class ListPermits(IDbContextFactory<ParkingDb> databases, TownRules rules, TownCalendar calendar)
{
    /// <summary>The permits that fit, newest first.</summary>
    public async Task<ListPage<Permit>> ReadAsync(PermitFilter filter, int page, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var permits = Search(filter.Narrow(database.Permits.AsNoTracking().Where(permit => permit.Ags == rules.Ags), calendar.Today), filter.Search);
        return await ListPage<Permit>.ReadAsync(
            permits, all => all.OrderByDescending(permit => permit.IssuedAt).ThenByDescending(permit => permit.PermitNumber), page, cancellationToken);
    }

    private IQueryable<Permit> Search(IQueryable<Permit> permits, string? search)
    {
        if (search is null)
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
