using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Events;
using Modellstadt.Parking.Fees;
using Modellstadt.Parking.Storage;
using Modellstadt.Payments;

namespace Modellstadt.Parking.RegisterEvents;

/// <summary>The message that unused months of a permit come back.</summary>
/// <param name="ApplicationId">What led to it; part of the key of each credit.</param>
/// <param name="Shares">How much of which notice.</param>
internal sealed record RefundClaim(Guid ApplicationId, IReadOnlyList<RefundShare> Shares);

/// <summary>
/// Credits each notice in the ledger, once. The receivable is opened first where nobody has opened it yet, so that the order of messages
/// does not matter. A town that has switched payments off keeps the claim until they are on.
/// </summary>
internal sealed class RefundClaimed(IDbContextFactory<ParkingDb> databases, IEnumerable<Receivables> receivables) : IOutboxReceiver<ParkingDb>
{
    /// <summary>Kind of the message.</summary>
    public const string MessageKind = "refund-claimed";

    /// <inheritdoc />
    public string Kind => MessageKind;

    /// <inheritdoc />
    public async Task ReceiveAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var ledger = receivables.SingleOrDefault() ?? throw new InvalidOperationException("A refund waits: the module payments is switched off.");
        var claim = JsonSerializer.Deserialize<RefundClaim>(message.Payload, JsonSerializerOptions.Web)!;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var share in claim.Shares)
        {
            var notice = await database.FeeNotices.AsNoTracking().SingleAsync(notice => notice.Id == share.FeeNoticeId, cancellationToken);
            await ledger.OpenAsync(DraftOf(notice), cancellationToken);
            var credited = await ledger.CreditAsync($"{claim.ApplicationId:D}/{share.FeeNoticeId:D}", notice.ReceivableKey, share.Cents, "Ausweis vor der Zeit beendet: ungenutzte Monate", cancellationToken);
            if (credited.Refusal is { } refusal)
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"A refund was not credited: {refusal.Type}"));
        }
    }

    private static ReceivableDraft DraftOf(FeeNotice notice) => new(
        notice.ReceivableKey, notice.Reference, notice.AddresseeName, notice.AmountCents, "Bewohnerparkausweis", notice.DueOn,
        notice is { PayeeName: { } name, PayeeIban: { } iban } ? new ReceivablePayee(name, iban, notice.Demo) : null);
}
