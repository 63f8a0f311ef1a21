using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Kernel.Events;

/// <summary>Delivers a module's outbox: oldest first, again after a failure with growing distance, at most every minute. What was delivered is deleted.</summary>
internal sealed partial class OutboxDelivery<TDb>(
    IDbContextFactory<TDb> databases, Outbox<TDb> outbox, IEnumerable<IOutboxReceiver<TDb>> receivers, TimeProvider time, ILogger<OutboxDelivery<TDb>> log)
    : BackgroundService
    where TDb : ModuleDb
{
    private const int BatchSize = 100;

    private readonly Dictionary<string, IOutboxReceiver<TDb>> receiverOf = receivers.ToDictionary(receiver => receiver.Kind);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (await DeliverBatchAsync(stoppingToken) == BatchSize)
                {
                }
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                RoundFailed(failure);
            }

            await outbox.SleepAsync(TimeSpan.FromSeconds(5), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<int> DeliverBatchAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var due = await database.Outbox.AsNoTracking()
            .Where(message => message.NextAttemptAt <= now)
            .OrderBy(message => message.CreatedAt)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        foreach (var message in due)
        {
            // Another process may have delivered it meanwhile: then there is nothing left to delete or to postpone.
            var stored = database.Outbox.Where(row => row.Id == message.Id);
            if (await DeliverAsync(message, cancellationToken))
                await stored.ExecuteDeleteAsync(cancellationToken);
            else
                await PostponeAsync(stored, message.Attempts + 1, cancellationToken);
        }

        return due.Count;
    }

    private async Task<bool> DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            if (!receiverOf.TryGetValue(message.Kind, out var receiver))
                throw new InvalidOperationException($"No receiver for outbox messages of kind {message.Kind}.");
            await receiver.ReceiveAsync(message, cancellationToken);
            return true;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // A receiver's own deadline is a failure like others: it must not end the delivery.
            DeliveryFailed(failure, message.Kind, message.Id, message.Attempts + 1);
            return false;
        }
    }

    private Task<int> PostponeAsync(IQueryable<OutboxMessage> stored, int attempts, CancellationToken cancellationToken)
    {
        var next = time.GetUtcNow() + TimeSpan.FromSeconds(Math.Min(60, Math.Pow(2, Math.Min(attempts, 6))));
        return stored.ExecuteUpdateAsync(row => row.SetProperty(message => message.Attempts, attempts).SetProperty(message => message.NextAttemptAt, next), cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Outbox message {Kind} {Id} was not delivered (attempt {Attempts})")]
    private partial void DeliveryFailed(Exception failure, string kind, Guid id, int attempts);

    [LoggerMessage(Level = LogLevel.Error, Message = "A round of outbox delivery failed")]
    private partial void RoundFailed(Exception failure);
}
