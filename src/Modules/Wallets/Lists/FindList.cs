using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Wallets.Instances;
using Modellstadt.Wallets.Storage;
using Modellstadt.Wallets.Web;

namespace Modellstadt.Wallets.Lists;

/// <summary>
/// Finds a list by its locator, which follows from the emergency code: for the phone that comes after the lost one, so without its key. A
/// locator that nobody has, one without a list and one that is none are answered alike; a locked wallet's list is found like others.
/// </summary>
internal sealed class FindList(IDbContextFactory<WalletsDb> databases)
{
    private const int MaxLocator = 64;

    /// <summary>The list, or that there is none.</summary>
    public async Task<Outcome<ListRow>> FindAsync(string locator, CancellationToken cancellationToken)
    {
        var hash = locator.Length <= MaxLocator && Base64Url.TryDecode(locator, out var bytes) ? EmergencyAccess.HashOf(bytes) : "";
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Lists.AsNoTracking().SingleOrDefaultAsync(
            list => database.Wallets.Any(wallet => wallet.LocatorHash == hash && wallet.Id == list.WalletId), cancellationToken) is { } list
            ? list
            : new ListUnknown();
    }

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/wallets/lists/{locator}", AnswerAsync).RequireRateLimiting(nameof(LocatorLimit));

    private static async Task<IResult> AnswerAsync(string locator, FindList find, HttpContext context)
    {
        context.NeverStore();
        return (await find.FindAsync(locator, context.RequestAborted)).Match(list => KeepList.Sealed(context, list), context.Problem);
    }
}
