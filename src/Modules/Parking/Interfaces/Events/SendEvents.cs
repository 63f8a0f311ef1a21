using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Interfaces.Events;

/// <summary>
/// Sends what waits, signed as Standard Webhooks has it, at least once and in no promised order: each message carries the revision of its
/// right. Who does not take it is asked again (<see cref="RetryPlan"/>); what was given up lies before a clerk.
/// </summary>
internal sealed class SendEvents(IDbContextFactory<ParkingDb> databases, EventLine line, EventSecrets secrets, ClientDirectory clients, TimeProvider time, ILogger<SendEvents> log)
    : RoundService(Interval, time, log)
{
    private const int MostAtOnce = 50;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>So long nobody else tries what this process is trying.</summary>
    private static readonly TimeSpan Turn = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan DeliveredIsKept = TimeSpan.FromDays(1);
    private static readonly TimeSpan DeadIsKept = TimeSpan.FromDays(30);

    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        var now = Now;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var due = await database.EventDeliveries.Where(delivery => delivery.State == DeliveryState.Waiting && delivery.NextAttemptAt <= now)
            .OrderBy(delivery => delivery.NextAttemptAt).Take(MostAtOnce).Select(delivery => delivery.Id).ToListAsync(cancellationToken);
        // One receiver that is slow holds up the others for no longer than its own deadline.
        await Task.WhenAll(due.Select(id => TryAsync(id, SendAsync, cancellationToken)));
        var (delivered, dead) = (now - DeliveredIsKept, now - DeadIsKept);
        await database.EventDeliveries.Where(delivery => (delivery.State == DeliveryState.Delivered && delivery.NextAttemptAt < delivered) || (delivery.State == DeliveryState.Dead && delivery.NextAttemptAt < dead))
            .ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<bool> SendAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await TakeTurnAsync(database, id, cancellationToken) is not var (delivery, subscription))
            return false;

        var now = Now;
        var (taken, answer) = await AttemptAsync(delivery, subscription, now, cancellationToken);
        var attempts = delivery.Attempts + 1;
        var next = taken ? null : RetryPlan.Next(delivery.WaitingSince, attempts, now);
        var state = taken ? DeliveryState.Delivered : next is null ? DeliveryState.Dead : DeliveryState.Waiting;
        var (body, at) = (taken ? "" : delivery.Body, next ?? now);
        await database.EventDeliveries.Where(each => each.Id == id).ExecuteUpdateAsync(
            row => row.SetProperty(each => each.State, state).SetProperty(each => each.Attempts, attempts).SetProperty(each => each.NextAttemptAt, at)
                .SetProperty(each => each.Body, body).SetProperty(each => each.LastAnswer, answer),
            cancellationToken);
        return taken;
    }

    private async Task<(bool Taken, string Answer)> AttemptAsync(EventDelivery delivery, EventSubscription subscription, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await clients.FindAsync(subscription.ClientId, cancellationToken) is not { Locked: false })
            return (false, "client locked");
        if (WebhookAddress.Read(subscription.Url, line.IsTrial) is not { } url)
            return (false, "address not allowed");

        var seconds = now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return await line.SendAsync(
            url, [("webhook-id", delivery.Id.ToString("D")), ("webhook-timestamp", seconds), ("webhook-signature", secrets.Sign(subscription.Id, delivery.Id, now, delivery.Body))], delivery.Body, cancellationToken);
    }

    /// <summary>Of several processes one moves the next attempt away and so has the turn.</summary>
    private async Task<(EventDelivery Delivery, EventSubscription Subscription)?> TakeTurnAsync(ParkingDb database, Guid id, CancellationToken cancellationToken)
    {
        var (now, later) = (Now, Now + Turn);
        var mine = await database.EventDeliveries.Where(delivery => delivery.Id == id && delivery.State == DeliveryState.Waiting && delivery.NextAttemptAt <= now)
            .ExecuteUpdateAsync(row => row.SetProperty(delivery => delivery.NextAttemptAt, later), cancellationToken);
        if (mine == 0)
            return null;
        var delivery = await database.EventDeliveries.AsNoTracking().SingleAsync(each => each.Id == id, cancellationToken);
        return (delivery, await database.EventSubscriptions.AsNoTracking().SingleAsync(each => each.Id == delivery.SubscriptionId, cancellationToken));
    }
}
