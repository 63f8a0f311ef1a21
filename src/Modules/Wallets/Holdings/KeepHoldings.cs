using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Wallets.Instances;
using Modellstadt.Wallets.Storage;
using Modellstadt.Wallets.Web;

namespace Modellstadt.Wallets.Holdings;

/// <summary>
/// Takes note of what a wallet has of this town's issuers, by the notification ids that came with it, and of what it waits for, by transaction
/// ids, so that a lock ends exactly that. The whole list each time. What a wallet tells that was locked meanwhile is ended as well.
/// </summary>
internal sealed class KeepHoldings(WalletDoor door, Outbox<WalletsDb> outbox)
{
    private const int Most = 200;
    private const int LongestId = 128;
    private const int MaxBody = 48 * 1024;

    /// <summary>Nothing, or why it was not taken note of.</summary>
    public async Task<Outcome<int>> KeepAsync(HttpContext context, Guid id, IReadOnlyDictionary<string, DateOnly?> holdings)
    {
        var kept = await door.EnterAsync(context, id, (database, wallet) => KeepAsync(database, wallet, holdings));
        outbox.Wake();
        return kept;
    }

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPut("/wallets/{id:guid}/holdings", AnswerAsync).LimitBody(MaxBody).RequireRateLimiting(nameof(CallLimit));

    private static async Task<IResult> AnswerAsync(Guid id, KeepHoldings keep, HttpContext context)
    {
        context.NeverStore();
        if (!(await context.ReadJsonAsync(MaxBody)).Succeeded(out var body, out var refusal))
            return context.Problem(refusal);
        return Read(body) is { } holdings
            ? (await keep.KeepAsync(context, id, holdings)).Match(_ => Results.NoContent(), context.Problem)
            : context.Problem(new Unreadable());
    }

    private static Dictionary<string, DateOnly?>? Read(JsonObject body)
    {
        if (body["holdings"] is not JsonArray { Count: <= Most } array)
            return null;
        var holdings = new Dictionary<string, DateOnly?>(array.Count);
        foreach (var entry in array)
        {
            if (entry is not JsonObject holding || holding.Text("notification") is not { Length: > 0 and <= LongestId } notification || !ReadDay(holding, out var lastDay))
                return null;
            holdings[IssuedBatches.FingerprintOf(notification)] = lastDay;
        }

        return body["waiting"] is { } waiting && !ReadWaiting(waiting, holdings) ? null : holdings;
    }

    /// <summary>What the wallet waits for has no last day yet.</summary>
    private static bool ReadWaiting(JsonNode waiting, Dictionary<string, DateOnly?> holdings)
    {
        if (waiting is not JsonArray { Count: <= Most } array)
            return false;
        foreach (var entry in array)
        {
            if (!entry.IsText(out var transaction) || transaction.Length is 0 or > LongestId)
                return false;
            holdings[IssuedBatches.FingerprintOf(transaction)] = null;
        }

        return true;
    }

    private static bool ReadDay(JsonObject holding, out DateOnly? day)
    {
        day = null;
        if (!holding.ContainsKey("last_day"))
            return true;
        var read = DateOnly.TryParseExact(holding.Text("last_day"), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var written);
        day = written;
        return read;
    }

    private async Task<Outcome<int>> KeepAsync(WalletsDb database, WalletRow wallet, IReadOnlyDictionary<string, DateOnly?> holdings)
    {
        if (wallet.LockedAt is not null)
        {
            EndHoldings.AddTo(outbox, database, [.. holdings.Keys]);
            await database.SaveChangesAsync();
            return new WalletLocked();
        }

        var told = holdings.Keys.ToList();
        await database.Holdings.Where(holding => holding.WalletId == wallet.Id && !told.Contains(holding.Fingerprint)).ExecuteDeleteAsync();
        var id = wallet.Id.ToString("D");
        foreach (var (fingerprint, lastDay) in holdings)
        {
            var day = lastDay is { } last ? TownCalendar.Iso(last) : null;
            await database.Database.ExecuteSqlAsync(
                $"INSERT INTO holdings (wallet_id, fingerprint, last_day) VALUES ({id}, {fingerprint}, {day}) ON CONFLICT (wallet_id, fingerprint) DO UPDATE SET last_day = excluded.last_day");
        }

        return holdings.Count;
    }
}
