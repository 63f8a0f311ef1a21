using System.Text.Json;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Storage;

namespace Modellstadt.Kernel.Events;

/// <summary>Puts messages into a module's outbox and wakes their delivery.</summary>
public sealed class Outbox<TDb>(RandomSource random, TimeProvider time) where TDb : ModuleDb
{
    private readonly SemaphoreSlim waiting = new(0, 1);

    /// <summary>Adds a message to the unit of work; it is delivered after that was saved.</summary>
    /// <param name="database">The unit of work that causes the message.</param>
    /// <param name="kind">Which receiver takes it.</param>
    /// <param name="payload">The message; stored as JSON.</param>
    public void Add<TPayload>(TDb database, string kind, TPayload payload)
    {
        var now = time.GetUtcNow();
        database.Outbox.Add(new OutboxMessage
        {
            Id = random.NewId(),
            Kind = kind,
            Payload = JsonSerializer.Serialize(payload, JsonSerializerOptions.Web),
            CreatedAt = now,
            NextAttemptAt = now,
        });
    }

    /// <summary>Asks for delivery at once; call after saving. Without it, delivery follows within seconds.</summary>
    public void Wake()
    {
        if (waiting.CurrentCount == 0)
        {
            try
            {
                waiting.Release();
            }
            catch (SemaphoreFullException)
            {
                // Somebody else has just woken it.
            }
        }
    }

    internal Task SleepAsync(TimeSpan atMost, CancellationToken cancellationToken) => waiting.WaitAsync(atMost, cancellationToken);
}
