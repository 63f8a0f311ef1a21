using System.Text.Json;
using Modellstadt.Kernel.Events;

namespace Modellstadt.Registers;

/// <summary>A change that waits for one receiver.</summary>
/// <param name="Receiver">Name of the receiver.</param>
/// <param name="Change">The change.</param>
internal sealed record DueChange(string Receiver, RegisterChange Change);

/// <summary>Delivers a stored change to its receiver; one that fails keeps the change from no other.</summary>
internal sealed class DeliverChange(IEnumerable<IRegisterChangeReceiver> receivers) : IOutboxReceiver<RegistersDb>
{
    /// <summary>Kind of the message.</summary>
    public const string MessageKind = "register-change";

    /// <inheritdoc />
    public string Kind => MessageKind;

    /// <inheritdoc />
    public Task ReceiveAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var due = JsonSerializer.Deserialize<DueChange>(message.Payload, JsonSerializerOptions.Web)!;
        return receivers.SingleOrDefault(receiver => receiver.Name == due.Receiver) is { } receiver
            ? receiver.ReceiveAsync(due.Change, cancellationToken)
            : throw new InvalidOperationException($"Nobody takes register changes under the name {due.Receiver}; is its module switched off?");
    }
}
