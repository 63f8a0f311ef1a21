using System.Text.Json;
using Modellstadt.Kernel.Events;
using Modellstadt.Payments.Storage;

namespace Modellstadt.Payments.Owed;

/// <summary>Tells every receiver what became of a receivable; all of them again when one cannot act now.</summary>
internal sealed class DeliverReceivableNews(IEnumerable<IReceivableReceiver> receivers) : IOutboxReceiver<PaymentsDb>
{
    /// <summary>Kind of the message.</summary>
    public const string MessageKind = "receivable-news";

    /// <inheritdoc />
    public string Kind => MessageKind;

    /// <inheritdoc />
    public async Task ReceiveAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var news = JsonSerializer.Deserialize<ReceivableNews>(message.Payload, JsonSerializerOptions.Web)!;
        foreach (var receiver in receivers)
            await receiver.ReceiveAsync(news, cancellationToken);
    }
}
