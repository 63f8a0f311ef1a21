using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Inspections.Shifts;

/// <summary>A warden ends the shift; harmless when none runs. The device forgets its offline set with it.</summary>
internal sealed class EndShift(IDbContextFactory<ParkingDb> databases, OpenShifts shifts, TimeProvider time)
{
    /// <summary>Where the form leads.</summary>
    public const string Address = "/warden/shift/end";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Address, RespondAsync).RequireStaff(StaffRole.Warden).LimitBody(8192).ExcludeFromDescription();

    /// <summary>Ends the running shift of a warden.</summary>
    public async Task EndAsync(Guid warden, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await database.Shifts.Where(shift => shift.Warden == warden && shift.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(shift => shift.EndedAt, shift => shift.EndsAt < now ? shift.EndsAt : now), cancellationToken);
        shifts.Forget(warden);
    }

    private static async Task<IResult> RespondAsync([FromForm] string? shift, HttpContext context, EndShift end, CurrentStaff staff)
    {
        await end.EndAsync(staff.Id!.Value, context.RequestAborted);
        return new SeeOther("/warden");
    }
}
