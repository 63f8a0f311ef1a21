using Modellstadt.Kernel.Storage;

namespace Modellstadt.Kernel.Events;

/// <summary>Takes one kind of message from a module's outbox. Must be harmless when called twice with the same message.</summary>
/// <typeparam name="TDb">The database whose outbox is read.</typeparam>
public interface IOutboxReceiver<TDb> where TDb : ModuleDb
{
    /// <summary>The kind it takes.</summary>
    string Kind { get; }

    /// <summary>Does what the message says; throws when it cannot be done now.</summary>
    Task ReceiveAsync(OutboxMessage message, CancellationToken cancellationToken);
}
