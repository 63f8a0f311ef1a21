using Microsoft.EntityFrameworkCore;
using Modellstadt.Parking.Storage;
using Modellstadt.Payments;

namespace Modellstadt.Parking.Fees;

/// <summary>
/// Writes the letter of a reminder, once for each level. The books have booked its fee; whoever has paid since gets no letter, and a letter that a
/// sharper one has overtaken is not written any more.
/// </summary>
internal sealed class SendReminder(IDbContextFactory<ParkingDb> databases, Receivables receivables, FeePost post) : IReceivableReceiver
{
    /// <inheritdoc />
    public async Task ReceiveAsync(ReceivableNews news, CancellationToken cancellationToken)
    {
        if (news is not { Kind: ReceivableNewsKind.Reminded, Level: { } level } || FeeNotice.ReferenceIn(news.Key) is not { } reference)
            return;
        if (await receivables.ReadAsync(news.Key, cancellationToken) is not { OpenCents: > 0, Reminder: { } reminder } standing || reminder.Level != level)
            return;

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.FeeNotices.AsNoTracking().SingleOrDefaultAsync(notice => notice.Reference == reference, cancellationToken) is { } notice)
            await post.SendAsync($"parking/reminder/{reference}/{level}", notice, standing.OpenCents, reminder, cancellationToken);
    }
}
