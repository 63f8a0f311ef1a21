namespace Modellstadt.Kernel.Events;

/// <summary>A message to another module that was stored together with what caused it, and waits until its delivery has succeeded.</summary>
public sealed class OutboxMessage
{
    /// <summary>Identifier; receivers use it as idempotency key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which <see cref="IOutboxReceiver{TDb}"/> takes it.</summary>
    public required string Kind { get; init; }

    /// <summary>The message as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>When it was written.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Not tried before this time.</summary>
    public DateTimeOffset NextAttemptAt { get; init; }

    /// <summary>How often delivery failed.</summary>
    public int Attempts { get; init; }
}
