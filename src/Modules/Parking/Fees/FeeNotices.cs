using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Texts;
using Modellstadt.Parking.Storage;
using Modellstadt.Payments;

namespace Modellstadt.Parking.Fees;

/// <summary>Sets fees, in the unit of work of the decision; the books of the town follow through the outbox.</summary>
internal sealed class FeeNotices(Outbox<ParkingDb> outbox, IOptions<ParkingOptions> options)
{
    /// <summary>Last day for the payment of a notice of this day.</summary>
    public DateOnly DueOn(DateOnly issuedOn) => issuedOn.AddDays(options.Value.PaymentDays);

    /// <summary>Adds a notice.</summary>
    public void Add(ParkingDb database, FeeNotice notice)
    {
        database.FeeNotices.Add(notice);
        if (notice.AmountCents > 0)
            outbox.Add(database, BookFee.MessageKind, new FeeSet(notice.Id));
    }

    /// <summary>Adds a notice that comes with no decision: it is a letter of its own.</summary>
    public void AddWithLetter(ParkingDb database, FeeNotice notice)
    {
        Add(database, notice);
        outbox.Add(database, SendFeeNotice.MessageKind, new FeeSet(notice.Id));
    }
}

/// <summary>The message that a fee was set.</summary>
internal sealed record FeeSet(Guid NoticeId);

/// <summary>Opens the receivable of a fee that was set.</summary>
internal sealed class BookFee(IDbContextFactory<ParkingDb> databases, Receivables receivables) : IOutboxReceiver<ParkingDb>
{
    /// <summary>Kind of the message.</summary>
    public const string MessageKind = "fee-set";

    /// <inheritdoc />
    public string Kind => MessageKind;

    /// <inheritdoc />
    public async Task ReceiveAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var set = JsonSerializer.Deserialize<FeeSet>(message.Payload, JsonSerializerOptions.Web)!;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var notice = await database.FeeNotices.AsNoTracking().SingleAsync(notice => notice.Id == set.NoticeId, cancellationToken);
        var payee = notice is { PayeeName: { } name, PayeeIban: { } iban } ? new ReceivablePayee(name, iban, notice.Demo) : null;
        var purpose = ParkingTexts.For(Language.German).FeeNoticeFor(notice.Reference);
        await receivables.OpenAsync(
            new ReceivableDraft(notice.ReceivableKey, notice.Reference, notice.AddresseeName, notice.AmountCents, purpose, notice.DueOn, payee), cancellationToken);
    }
}
