using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Accounts.Management;

/// <summary>POST <c>/management/v1/staff/{id}/lock</c>: no more sign-ins, and within a minute no more sessions. Locking twice is the same as once.</summary>
internal sealed class LockStaff(IDbContextFactory<AccountsDb> databases, StaffAudit audit, IOptions<TownOptions> town, RandomSource random, TimeProvider time)
{
    public static Task<IResult> PostAsync(Guid id, HttpContext context, LockStaff lockStaff) => lockStaff.RespondAsync(id, context);

    private async Task<IResult> RespondAsync(Guid id, HttpContext context)
    {
        await using var database = await databases.CreateDbContextAsync(context.RequestAborted);
        if (await database.StaffOf(town.Value).SingleOrDefaultAsync(one => one.Id == id, context.RequestAborted) is not { } account)
            return context.Problem(new StaffUnknown());

        if (account.LockedAt is null)
        {
            (account.LockedAt, account.SecurityStamp) = (time.GetUtcNow(), random.NewSecret());
            audit.AddByManagement(database, id, "staff-locked");
            await database.SaveChangesAsync(context.RequestAborted);
        }

        return Results.NoContent();
    }
}
