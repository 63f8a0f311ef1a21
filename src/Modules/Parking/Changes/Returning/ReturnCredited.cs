using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Events;
using Modellstadt.Parking.Changes.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Payments;

namespace Modellstadt.Parking.Changes.Returning;

/// <summary>The message that a permit was returned or ended before its last day, and what comes back of each fee.</summary>
/// <param name="PermitId">The permit.</param>
/// <param name="Credits">How much of which notice.</param>
/// <param name="Iban">The account that the holder named; null for the one that the payment came from.</param>
internal sealed record ReturnedPermit(Guid PermitId, IReadOnlyList<ReturnCredit> Credits, string? Iban);

/// <summary>
/// Has the fees of a permit that ended early credited: who has paid gets it back, who has not owes so much less. Each credit has a key of its
/// own: a second delivery credits nothing twice. The account comes before the credit, so that no refund leaves for another one.
/// </summary>
internal sealed class ReturnCredited(IDbContextFactory<ParkingDb> databases, Receivables receivables, Refunds refunds) : IOutboxReceiver<ParkingDb>
{
    /// <summary>Kind of the message.</summary>
    public const string MessageKind = "permit-returned";

    /// <inheritdoc />
    public string Kind => MessageKind;

    /// <inheritdoc />
    public async Task ReceiveAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var returned = JsonSerializer.Deserialize<ReturnedPermit>(message.Payload, JsonSerializerOptions.Web)!;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var credit in returned.Credits)
        {
            var notice = await database.FeeNotices.AsNoTracking().SingleAsync(notice => notice.Id == credit.FeeNoticeId, cancellationToken);
            if (returned.Iban is { } iban && (await refunds.ProvideIbanAsync(notice.ReceivableKey, iban, notice.AddresseeName, cancellationToken)).Refusal is { } unknown)
                throw new InvalidOperationException($"The account for {notice.Reference} waits: {unknown.Type}");

            var outcome = await receivables.CreditAsync($"return/{notice.Reference}", notice.ReceivableKey, credit.Cents, $"Ungenutzte Monate des Ausweises {notice.Reference}", cancellationToken);
            if (!outcome.Succeeded(out _, out var refusal))
                throw new InvalidOperationException($"The credit of {notice.Reference} waits: {refusal.Type}");
        }
    }
}
