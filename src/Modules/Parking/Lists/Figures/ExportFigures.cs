using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Lists.Figures;

/// <summary>Every figure since the first day as a file: <c>GET /office/statistics.csv</c>.</summary>
internal static class ExportFigures
{
    /// <summary>Where the file is.</summary>
    public const string Address = "/office/statistics.csv";

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapGet(Address, RespondAsync).RequireStaff(StaffRole.Clerk).ExcludeFromDescription();

    private static async Task<IResult> RespondAsync(HttpContext context, IDbContextFactory<ParkingDb> databases, TownRules rules)
    {
        context.NeverStore();
        await using var database = await databases.CreateDbContextAsync(context.RequestAborted);
        var figures = await database.DailyFigures.AsNoTracking().Where(figure => figure.Ags == rules.Ags)
            .OrderBy(figure => figure.Day).ThenBy(figure => figure.Name).ThenBy(figure => figure.Part)
            .ToListAsync(context.RequestAborted);
        var rows = figures.Select(figure => (IReadOnlyList<string>)[TownCalendar.Iso(figure.Day), figure.Name, figure.Part, figure.Value.ToString(CultureInfo.InvariantCulture)]);
        return Results.File(CsvText.Write(["day", "figure", "part", "value"], rows), "text/csv; charset=utf-8", "statistics.csv");
    }
}
