using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Lists.Import;

/// <summary>A clerk says which column means what: <c>POST /office/import/{id}/mapping</c>.</summary>
internal sealed class MapImport(IDbContextFactory<ParkingDb> databases, TownRules rules)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/office/import/{id:guid}/mapping", RespondAsync).RequireStaff(StaffRole.Clerk).LimitBody(16_384).ExcludeFromDescription();

    /// <summary>Stores the mapping of a list that was not taken over yet.</summary>
    public async Task ExecuteAsync(Guid id, ImportMapping mapping, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var written = mapping.Write();
        await database.PermitImports.Where(import => import.Id == id && import.Ags == rules.Ags && import.State == ImportState.Uploaded)
            .ExecuteUpdateAsync(row => row.SetProperty(import => import.Mapping, written), cancellationToken);
    }

    private static ImportMapping MappingIn(IFormCollection form) => new(Enum.GetValues<ImportField>()
        .Where(field => form[field.ToString()].ToString().Length > 0)
        .ToDictionary(field => field, field => form[field.ToString()].ToString()));

    private static async Task<IResult> RespondAsync(Guid id, IFormCollection form, HttpContext context, MapImport map)
    {
        await map.ExecuteAsync(id, MappingIn(form), context.RequestAborted);
        return new SeeOther(ImportAddresses.Page(id));
    }
}
