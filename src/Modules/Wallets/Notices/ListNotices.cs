using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Web;
using Modellstadt.Wallets.Instances;
using Modellstadt.Wallets.Storage;
using Modellstadt.Wallets.Web;

namespace Modellstadt.Wallets.Notices;

/// <summary>Gives a wallet its notices, oldest first, also a locked one; the wallet deletes what it has shown.</summary>
internal static class ListNotices
{
    private const int Most = 100;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/wallets/{id:guid}/notices", ReadAsync).RequireRateLimiting(nameof(CallLimit));
        endpoints.MapDelete("/wallets/{id:guid}/notices/{notice:guid}", DeleteAsync).RequireRateLimiting(nameof(CallLimit));
    }

    private static async Task<IResult> ReadAsync(Guid id, WalletDoor door, HttpContext context)
    {
        context.NeverStore();
        return (await door.EnterAsync(context, id, FindAsync)).Match(
            notices => Results.Json(new JsonObject { ["notices"] = new JsonArray([.. notices.Select(Write)]) }), context.Problem);
    }

    private static async Task<IResult> DeleteAsync(Guid id, Guid notice, WalletDoor door, HttpContext context)
    {
        context.NeverStore();
        return (await door.EnterAsync(context, id, async (database, wallet) =>
            (Outcome<int>)await database.Notices.Where(row => row.Id == notice && row.WalletId == wallet.Id).ExecuteDeleteAsync())).Match(_ => Results.NoContent(), context.Problem);
    }

    private static async Task<Outcome<List<NoticeRow>>> FindAsync(WalletsDb database, WalletRow wallet) =>
        await database.Notices.AsNoTracking().Where(notice => notice.WalletId == wallet.Id).OrderBy(notice => notice.At).Take(Most).ToListAsync();

    private static JsonObject Write(NoticeRow notice) => new()
    {
        ["id"] = notice.Id.ToString("D"),
        ["kind"] = NameOf(notice.Kind),
        ["at"] = notice.At.ToUnixTimeSeconds(),
    };

    private static string NameOf(NoticeKind kind) => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString());
}
