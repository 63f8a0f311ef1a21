using System.Text.Json;
using Modellstadt.Issuer;
using Modellstadt.Kernel.Events;
using Modellstadt.Wallets.Storage;

namespace Modellstadt.Wallets.Holdings;

/// <summary>Has the issuers end what a locked wallet holds, until it has worked.</summary>
internal sealed class EndHoldings(IssuedBatches batches) : IOutboxReceiver<WalletsDb>
{
    private const string MessageKind = "end-holdings";

    /// <inheritdoc />
    public string Kind => MessageKind;

    /// <summary>Puts it into the unit of work; nothing when there is nothing to end.</summary>
    public static void AddTo(Outbox<WalletsDb> outbox, WalletsDb database, IReadOnlyList<string> fingerprints)
    {
        if (fingerprints.Count > 0)
            outbox.Add(database, MessageKind, new EndedHoldings(fingerprints));
    }

    /// <inheritdoc />
    public Task ReceiveAsync(OutboxMessage message, CancellationToken cancellationToken) =>
        batches.RevokeAsync(JsonSerializer.Deserialize<EndedHoldings>(message.Payload, JsonSerializerOptions.Web)!.Fingerprints, cancellationToken);

    private sealed record EndedHoldings(IReadOnlyList<string> Fingerprints);
}
