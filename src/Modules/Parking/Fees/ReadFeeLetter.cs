using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Texts;
using Modellstadt.Messages;
using Modellstadt.Parking.Changes;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Storage;
using Modellstadt.Payments;

namespace Modellstadt.Parking.Fees;

/// <summary>Reads the last letter about a fee for the person who owes it.</summary>
internal sealed class ReadFeeLetter(IDbContextFactory<ParkingDb> databases, Receivables receivables, FeeLetters letters, HolderSessions holders)
{
    /// <summary>The letter; null when there is none for this reader.</summary>
    public async Task<Letter?> ExecuteAsync(Guid noticeId, Language language, CancellationToken cancellationToken)
    {
        if (await holders.CurrentAsync(HolderAction.See, cancellationToken) is not { } holder)
            return null;

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var notice = await database.FeeNotices.AsNoTracking()
            .SingleOrDefaultAsync(notice => notice.Id == noticeId && database.Permits.Any(permit => permit.Id == notice.PermitId && permit.ResidentId == holder.Value), cancellationToken);
        if (notice is null)
            return null;

        var standing = await receivables.ReadAsync(notice.ReceivableKey, cancellationToken);
        return HasLetter(notice, standing) ? letters.Of(notice, standing?.OpenCents ?? notice.AmountCents, LastLetter(standing), language) : null;
    }

    /// <summary>True when there is a letter beside the decision.</summary>
    public static bool HasLetter(FeeNotice notice, ReceivableStanding? standing) => notice.Occasion is ApplicationPurpose.VisitorTickets || LastLetter(standing) is not null;

    /// <summary>Of what is ripe for enforcement no letter is written.</summary>
    private static ReceivableReminder? LastLetter(ReceivableStanding? standing) =>
        standing is { OpenCents: > 0, Reminder: { Kind: not ReminderKind.Enforcement } reminder } ? reminder : null;
}
