using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Events;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Fees;

/// <summary>Takes a fee notice that comes with no decision to the person.</summary>
internal sealed class SendFeeNotice(IDbContextFactory<ParkingDb> databases, FeePost post) : IOutboxReceiver<ParkingDb>
{
    /// <summary>Kind of the message.</summary>
    public const string MessageKind = "fee-notice-to-send";

    /// <inheritdoc />
    public string Kind => MessageKind;

    /// <inheritdoc />
    public async Task ReceiveAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        var set = JsonSerializer.Deserialize<FeeSet>(message.Payload, JsonSerializerOptions.Web)!;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var notice = await database.FeeNotices.AsNoTracking().SingleAsync(notice => notice.Id == set.NoticeId, cancellationToken);
        await post.SendAsync($"parking/fee-notice/{notice.Reference}", notice, notice.AmountCents, reminder: null, cancellationToken);
    }
}
