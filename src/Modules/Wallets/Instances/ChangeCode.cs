using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Web;
using Modellstadt.Wallets.Storage;
using Modellstadt.Wallets.Web;

namespace Modellstadt.Wallets.Instances;

/// <summary>Takes what a new emergency code of a wallet leads to, for whoever lost the paper or showed it to somebody: the old code opens nothing from then on.</summary>
internal static class ChangeCode
{
    private const int MaxBody = 1024;

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPut("/wallets/{id:guid}/emergency", AnswerAsync).LimitBody(MaxBody).RequireRateLimiting(nameof(CallLimit));

    private static async Task<IResult> AnswerAsync(Guid id, WalletDoor door, HttpContext context)
    {
        context.NeverStore();
        if (!(await context.ReadJsonAsync(MaxBody)).Succeeded(out var body, out var refusal))
            return context.Problem(refusal);
        return EmergencyAccess.Read(body) is { } access
            ? (await door.EnterUnlockedAsync(context, id, (database, wallet) => ChangeAsync(database, wallet.Id, access))).Match(_ => Results.NoContent(), context.Problem)
            : context.Problem(new Unreadable());
    }

    private static async Task<Outcome<int>> ChangeAsync(WalletsDb database, Guid wallet, EmergencyAccess access)
    {
        if (await database.Wallets.AnyAsync(other => other.Id != wallet && (other.EmergencyHash == access.EmergencyHash || other.LocatorHash == access.LocatorHash)))
            return new AlreadyRegistered();
        return await database.Wallets.Where(row => row.Id == wallet)
            .ExecuteUpdateAsync(row => row.SetProperty(changed => changed.EmergencyHash, access.EmergencyHash).SetProperty(changed => changed.LocatorHash, access.LocatorHash));
    }
}
