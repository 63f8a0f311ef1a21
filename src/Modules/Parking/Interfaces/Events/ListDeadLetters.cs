using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Interfaces.Events;

/// <summary>A message that was given up.</summary>
/// <param name="Id">The message.</param>
/// <param name="Client">To whom.</param>
/// <param name="Host">Where it should have gone.</param>
/// <param name="EventType">What it says.</param>
/// <param name="GivenUpAt">Last attempt.</param>
/// <param name="LastAnswer">What came back.</param>
internal sealed record DeadLetter(Guid Id, string Client, string Host, string EventType, DateTimeOffset GivenUpAt, string LastAnswer);

/// <summary>The messages that were given up, newest first, and a clerk's second try.</summary>
internal sealed class ListDeadLetters(IDbContextFactory<ParkingDb> databases, ClientDirectory directory, AuditTrail audit, TimeProvider time)
{
    private const int MostShown = 100;

    /// <summary>The newest ones.</summary>
    public async Task<IReadOnlyList<DeadLetter>> ExecuteAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var dead = await (
            from delivery in database.EventDeliveries.AsNoTracking()
            join subscription in database.EventSubscriptions.AsNoTracking() on delivery.SubscriptionId equals subscription.Id
            where delivery.State == DeliveryState.Dead
            orderby delivery.NextAttemptAt descending
            select new { delivery, subscription }).Take(MostShown).ToListAsync(cancellationToken);
        var names = (await directory.ListAsync(cancellationToken)).ToDictionary(client => client.Id, client => client.Name);
        return [.. dead.Select(each => new DeadLetter(
            each.delivery.Id, names.GetValueOrDefault(each.subscription.ClientId, "–"), new Uri(each.subscription.Url).Host, each.delivery.EventType, each.delivery.NextAttemptAt, each.delivery.LastAnswer ?? "–"))];
    }

    /// <summary>Lets one of them be tried for another three days, and writes down which clerk wanted it; a second click changes nothing.</summary>
    public async Task SendAgainAsync(Guid message, Guid clerk, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        await using var transaction = await database.Database.BeginTransactionAsync(cancellationToken);
        var woken = await database.EventDeliveries.Where(delivery => delivery.Id == message && delivery.State == DeliveryState.Dead).ExecuteUpdateAsync(
            row => row.SetProperty(delivery => delivery.State, DeliveryState.Waiting).SetProperty(delivery => delivery.Attempts, 0).SetProperty(delivery => delivery.WaitingSince, now).SetProperty(delivery => delivery.NextAttemptAt, now),
            cancellationToken);
        if (woken == 0)
            return;

        audit.Add(database, Actors.Staff(clerk), "message-sent-again", $"delivery/{message}");
        await database.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
