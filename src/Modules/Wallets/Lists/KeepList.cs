using System.Globalization;
using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Web;
using Modellstadt.Wallets.Instances;
using Modellstadt.Wallets.Storage;
using Modellstadt.Wallets.Web;

namespace Modellstadt.Wallets.Lists;

/// <summary>
/// Keeps the list by which a person finds again, after a loss, what they had: sealed on the phone, so that the town holds bytes it cannot
/// read. Whoever writes says which version they have seen (RFC 9110, section 13.1): of two that write at once one is told so.
/// </summary>
internal static class KeepList
{
    /// <summary>The longest list.</summary>
    public const int MaxBytes = 64 * 1024;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPut("/wallets/{id:guid}/list", WriteAsync).LimitBody(MaxBytes).RequireRateLimiting(nameof(CallLimit));
        endpoints.MapGet("/wallets/{id:guid}/list", ReadAsync).RequireRateLimiting(nameof(CallLimit));
    }

    /// <summary>The list with its version.</summary>
    public static IResult Sealed(HttpContext context, ListRow list)
    {
        context.Response.Headers.ETag = TagOf(list.Version);
        return Results.Bytes(list.Sealed, MediaTypeNames.Application.Octet);
    }

    private static async Task<IResult> WriteAsync(Guid id, WalletDoor door, HttpContext context)
    {
        context.NeverStore();
        if (!(await context.ReadBodyAsync(MaxBytes)).Succeeded(out var body, out var refusal))
            return context.Problem(refusal);
        if (body.Length == 0)
            return context.Problem(new Unreadable());
        if (SeenVersion(context.Request) is not { } seen)
            return context.Problem(new VersionMissing());
        return (await door.EnterUnlockedAsync(context, id, (database, wallet) => StoreAsync(database, wallet.Id, seen, body))).Match(
            version =>
            {
                context.Response.Headers.ETag = TagOf(version);
                return Results.NoContent();
            },
            context.Problem);
    }

    private static async Task<IResult> ReadAsync(Guid id, WalletDoor door, HttpContext context)
    {
        context.NeverStore();
        return (await door.EnterAsync(context, id, FindAsync)).Match(list => Sealed(context, list), context.Problem);
    }

    private static async Task<Outcome<ListRow>> FindAsync(WalletsDb database, WalletRow wallet) =>
        await database.Lists.AsNoTracking().SingleOrDefaultAsync(list => list.WalletId == wallet.Id) is { } list ? list : new ListUnknown();

    private static async Task<Outcome<int>> StoreAsync(WalletsDb database, Guid wallet, int seen, byte[] body)
    {
        var next = seen + 1;
        var stored = seen == 0
            ? await database.Database.ExecuteSqlAsync($"INSERT INTO lists (wallet_id, version, sealed) VALUES ({wallet.ToString("D")}, {next}, {body}) ON CONFLICT DO NOTHING")
            : await database.Lists.Where(list => list.WalletId == wallet && list.Version == seen)
                .ExecuteUpdateAsync(list => list.SetProperty(row => row.Version, next).SetProperty(row => row.Sealed, body));
        return stored == 1 ? next : new ListChanged();
    }

    /// <summary>The version that the sender has seen, 0 for none (<c>If-None-Match: *</c>); null when they do not say.</summary>
    private static int? SeenVersion(HttpRequest request)
    {
        var headers = request.GetTypedHeaders();
        if (headers.IfNoneMatch is [{ } none] && none == EntityTagHeaderValue.Any)
            return 0;
        return headers.IfMatch is [{ IsWeak: false } tag] && int.TryParse(tag.Tag.AsSpan().Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seen) && seen is > 0 and < int.MaxValue
            ? seen
            : null;
    }

    private static string TagOf(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");
}
