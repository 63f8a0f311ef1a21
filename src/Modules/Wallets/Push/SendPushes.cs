using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Kernel.Storage;
using Modellstadt.Protocols.Credentials.Jose;
using Modellstadt.Wallets.Storage;

namespace Modellstadt.Wallets.Push;

/// <summary>
/// Wakes wallets that have a notice. Whoever postpones a push sends it: two processes wake a wallet once. A service that cannot take it now is
/// asked again after 1, 2, 4 … minutes, twelve times; one that says the subscription is gone ends it.
/// </summary>
internal sealed partial class SendPushes(
    GroupCommit<WalletsDb> writes, IDbContextFactory<WalletsDb> databases, PushLine line, TimeProvider time, ILogger<SendPushes> log)
    : RoundService(TimeSpan.FromSeconds(5), time, log)
{
    private const int AtOnce = 50;
    private const int MostAttempts = 12;
    private const int LongestMinutes = 240;

    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        var claimed = await writes.RunAsync(ClaimAsync, cancellationToken);
        await Task.WhenAll(claimed.Select(push => TryAsync(push, SendAsync, cancellationToken)));
    }

    private async Task<List<PushRow>> ClaimAsync(WalletsDb database)
    {
        var (now, end) = (Now.ToUnixTimeMilliseconds(), Now.AddMinutes(1).ToUnixTimeMilliseconds());
        return await database.Pushes.FromSql(
            $"UPDATE pushes SET due_at = {end}, attempts = attempts + 1 WHERE wallet_id IN (SELECT wallet_id FROM pushes WHERE due_at <= {now} ORDER BY due_at LIMIT {AtOnce}) AND due_at <= {now} RETURNING wallet_id, due_at, attempts, urgent")
            .AsNoTracking().ToListAsync();
    }

    private async Task<bool> SendAsync(PushRow push, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Subscriptions.AsNoTracking().SingleOrDefaultAsync(row => row.WalletId == push.WalletId, cancellationToken) is not { } subscription)
            return false;
        var recipient = new PushRecipient(Base64Url.Decode(subscription.PublicKey).Expect(), Base64Url.Decode(subscription.Secret).Expect());
        var said = await line.SendAsync(new Uri(subscription.Endpoint), recipient, push.Urgent, cancellationToken);
        await writes.RunAsync(written => SettleAsync(written, push, said), cancellationToken);
        return said is >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous;
    }

    /// <summary>A notice that came meanwhile has made the push due anew; then that one goes on.</summary>
    private async Task<int> SettleAsync(WalletsDb database, PushRow push, HttpStatusCode? said)
    {
        if (said is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            return await SubscribeToPush.ForgetAsync(database, push.WalletId);
        var row = database.Pushes.Where(waiting => waiting.WalletId == push.WalletId && waiting.DueAt == push.DueAt);
        if (said is null or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError && push.Attempts < MostAttempts)
        {
            var next = Now.AddMinutes(Math.Min(LongestMinutes, 1 << (push.Attempts - 1)));
            return await row.ExecuteUpdateAsync(waiting => waiting.SetProperty(later => later.DueAt, next));
        }

        if (said is not (>= HttpStatusCode.OK and < HttpStatusCode.Ambiguous))
            NotTaken(said, push.Attempts);
        return await row.ExecuteDeleteAsync();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A push was not taken: {Status} after {Attempts} attempts; the notice waits in the wallet")]
    private partial void NotTaken(HttpStatusCode? status, int attempts);
}
