using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts.Clients;
using Modellstadt.Accounts.Storage;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;

namespace Modellstadt.Accounts.Management;

/// <summary>POST <c>/management/v1/clients/{id}/lock</c>: no more tokens, and within a minute none that counts. Locking twice is the same as once.</summary>
internal sealed class LockClient(IDbContextFactory<AccountsDb> databases, LiveClients live, AuditTrail audit, IOptions<TownOptions> town, TimeProvider time)
{
    public static Task<IResult> PostAsync(Guid id, HttpContext context, LockClient lockClient) => lockClient.RespondAsync(id, context);

    private async Task<IResult> RespondAsync(Guid id, HttpContext context)
    {
        await using var database = await databases.CreateDbContextAsync(context.RequestAborted);
        if (await database.Clients.SingleOrDefaultAsync(one => one.Id == id && one.Ags == town.Value.Ags, context.RequestAborted) is not { } client)
            return context.Problem(new ClientUnknown());

        if (client.LockedAt is null)
        {
            client.LockedAt = time.GetUtcNow();
            audit.Add(database, Actors.Management, "client-locked", $"client/{id}");
            await database.SaveChangesAsync(context.RequestAborted);
            live.Forget(id);
        }

        return Results.NoContent();
    }
}
