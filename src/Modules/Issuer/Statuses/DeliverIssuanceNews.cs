using System.Text.Json;
using Modellstadt.Issuer.Storage;
using Modellstadt.Kernel.Events;

namespace Modellstadt.Issuer.Statuses;

/// <summary>Tells every receiver what became of what wallets got; all of them again when one cannot act now.</summary>
internal sealed class DeliverIssuanceNews(IEnumerable<IIssuanceReceiver> receivers) : IOutboxReceiver<IssuerDb>
{
    /// <summary>Kind of the message.</summary>
    public const string MessageKind = "issuance-news";

    /// <inheritdoc />
    public string Kind => MessageKind;

    /// <inheritdoc />
    public async Task ReceiveAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var news = JsonSerializer.Deserialize<IssuanceNews>(message.Payload, JsonSerializerOptions.Web)!;
        foreach (var receiver in receivers)
            await receiver.ReceiveAsync(news, cancellationToken);
    }
}
