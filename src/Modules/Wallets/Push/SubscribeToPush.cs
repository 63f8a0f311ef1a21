using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Wallets.Instances;
using Modellstadt.Wallets.Storage;
using Modellstadt.Wallets.Web;

namespace Modellstadt.Wallets.Push;

/// <summary>Takes the address at which the browser of a wallet wants to be woken (Push API, <c>PushSubscription.toJSON()</c>); one at a time.</summary>
internal sealed class SubscribeToPush(WalletDoor door, IOptions<TownOptions> town, IOptions<WalletsOptions> options)
{
    private const int MaxBody = 4 * 1024;

    /// <summary>Nothing, or why nobody can be woken there.</summary>
    public Task<Outcome<int>> SubscribeAsync(HttpContext context, Guid wallet, JsonObject subscription)
    {
        if (PushAddress.Read(subscription.Text("endpoint"), options.Value.PushHosts, town.Value.Demo) is not { } endpoint)
            return Task.FromResult<Outcome<int>>(new PushAddressRefused());
        var keys = subscription.Object("keys") ?? [];
        return keys.Bytes("p256dh", SealedPush.PointBytes) is { } key && SealedPush.IsPoint(key) && keys.Bytes("auth", SealedPush.SecretBytes) is { } secret
            ? door.EnterUnlockedAsync(context, wallet, (database, row) => StoreAsync(database, row.Id, endpoint, new PushRecipient(key, secret)))
            : Task.FromResult<Outcome<int>>(new Unreadable());
    }

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/wallets/push-key", (PushKeys keys) => Results.Json(new JsonObject { ["key"] = keys.PublicKey })).RequireRateLimiting(nameof(CallLimit));
        endpoints.MapPut("/wallets/{id:guid}/push", AnswerAsync).LimitBody(MaxBody).RequireRateLimiting(nameof(CallLimit));
        endpoints.MapDelete("/wallets/{id:guid}/push", EndAsync).RequireRateLimiting(nameof(CallLimit));
    }

    private static async Task<IResult> AnswerAsync(Guid id, SubscribeToPush subscribe, HttpContext context)
    {
        context.NeverStore();
        return (await context.ReadJsonAsync(MaxBody)).Succeeded(out var body, out var refusal)
            ? (await subscribe.SubscribeAsync(context, id, body)).Match(_ => Results.NoContent(), context.Problem)
            : context.Problem(refusal);
    }

    private static async Task<IResult> EndAsync(Guid id, WalletDoor door, HttpContext context)
    {
        context.NeverStore();
        return (await door.EnterAsync(context, id, async (database, wallet) => (Outcome<int>)await ForgetAsync(database, wallet.Id))).Match(_ => Results.NoContent(), context.Problem);
    }

    /// <summary>Forgets a subscription, and that its wallet was to be woken.</summary>
    public static async Task<int> ForgetAsync(WalletsDb database, Guid wallet)
    {
        await database.Pushes.Where(push => push.WalletId == wallet).ExecuteDeleteAsync();
        return await database.Subscriptions.Where(subscription => subscription.WalletId == wallet).ExecuteDeleteAsync();
    }

    private static async Task<Outcome<int>> StoreAsync(WalletsDb database, Guid wallet, Uri endpoint, PushRecipient recipient)
    {
        var (id, key, secret) = (wallet.ToString("D"), Base64Url.Encode(recipient.PublicKey), Base64Url.Encode(recipient.Secret));
        return await database.Database.ExecuteSqlAsync(
            $"INSERT INTO subscriptions (wallet_id, endpoint, public_key, secret) VALUES ({id}, {endpoint.AbsoluteUri}, {key}, {secret}) ON CONFLICT (wallet_id) DO UPDATE SET endpoint = excluded.endpoint, public_key = excluded.public_key, secret = excluded.secret");
    }
}
