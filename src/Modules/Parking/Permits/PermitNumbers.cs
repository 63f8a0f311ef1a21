using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Parking.Facts;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Permits;

/// <summary>Numbers of permits: <c>GE-2026-000123</c>, counted by town and year.</summary>
internal static class PermitNumbers
{
    /// <summary>
    /// The next number. Draw it inside the transaction that stores the permit: the counter stays locked until then, so that no
    /// number is given twice and none is left out.
    /// </summary>
    public static async Task<string> DrawAsync(ParkingDb database, TownFact town, int year, CancellationToken cancellationToken)
    {
        var drawn = await database.Database.SqlQuery<int>(
            $"INSERT INTO permit_numbers (ags, year, last) VALUES ({town.Ags}, {year}, 1) ON CONFLICT (ags, year) DO UPDATE SET last = permit_numbers.last + 1 RETURNING last AS \"Value\"")
            .ToListAsync(cancellationToken);
        return Show(town.PlateDistricts.Value is [var district, ..] ? district : town.Ags, year, drawn[0]);
    }

    private static string Show(string town, int year, int number) => string.Create(CultureInfo.InvariantCulture, $"{town}-{year}-{number:000000}");
}
