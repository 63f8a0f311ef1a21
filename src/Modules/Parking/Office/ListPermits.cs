using Microsoft.EntityFrameworkCore;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Plates;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Office;

/// <summary>One page of the clerk's list.</summary>
/// <param name="Permits">The permits, newest first.</param>
/// <param name="Page">Number of the page, from 1.</param>
/// <param name="Pages">How many pages there are, at least 1.</param>
/// <param name="Count">How many permits the search found.</param>
internal sealed record PermitPage(IReadOnlyList<Permit> Permits, int Page, int Pages, int Count);

/// <summary>The clerk's list of permits.</summary>
internal sealed class ListPermits(IDbContextFactory<ParkingDb> databases, ParkingFacts facts)
{
    private const int PageSize = 25;

    /// <summary>Permits whose plate or number was searched for; all when nothing was.</summary>
    public async Task<PermitPage> ReadAsync(string? search, int page, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var permits = Search(database.Permits.AsNoTracking().Where(permit => permit.Ags == facts.Town.Ags), search?.Trim());
        var count = await permits.CountAsync(cancellationToken);
        var pages = Math.Max(1, (count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, pages);
        var shown = await permits.OrderByDescending(permit => permit.IssuedAt).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
        return new PermitPage(shown, page, pages, count);
    }

    private IQueryable<Permit> Search(IQueryable<Permit> permits, string? search)
    {
        if (string.IsNullOrEmpty(search))
            return permits;

        if (LicensePlate.Readings(search, facts.PlateDistricts) is [var plate, ..])
        {
            var written = plate.ToString();
            return permits.Where(permit => permit.Plates.Contains(written));
        }

        var number = search.ToUpperInvariant();
        return permits.Where(permit => permit.PermitNumber == number);
    }
}
