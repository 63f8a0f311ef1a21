using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Events;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Letters;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Changes.Renewals;

/// <summary>
/// Reminds holders as soon as their permits can be renewed, once for each permit and end. Some hundreds are one transaction: a round
/// that is cut off goes on where it was. Only who gave an e-mail address gets a message: a reminder is no decision and needs no paper.
/// </summary>
internal sealed class RemindHolders(
    IDbContextFactory<ParkingDb> databases, NewsOutbox news, Outbox<ParkingDb> outbox, TownRules rules, TownCalendar calendar, RandomSource random)
{
    private const int BatchSize = 500;

    /// <summary>Reminds everybody who is due today; how many that were.</summary>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var reminded = 0;
        while (await RemindBatchAsync(cancellationToken) is var count and > 0)
            reminded += count;
        return reminded;
    }

    private async Task<int> RemindBatchAsync(CancellationToken cancellationToken)
    {
        var (ags, today, now) = (rules.Ags, calendar.Today, calendar.Now);
        var horizon = RenewalHorizon.Of(rules.Today, today);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var due = await database.Permits.AsNoTracking()
            .Where(permit => permit.Ags == ags && permit.State == PermitState.Active && !permit.Provisional && permit.ValidUntil >= today && permit.ValidUntil <= horizon)
            .Where(permit => !database.RenewalReminders.Any(reminder => reminder.PermitId == permit.Id && reminder.ValidUntil == permit.ValidUntil))
            .Take(BatchSize)
            .Select(permit => new { permit.Id, permit.ValidUntil, WantsMail = database.Contacts.Any(contact => contact.Ags == ags && contact.ResidentId == permit.ResidentId) })
            .ToListAsync(cancellationToken);

        foreach (var permit in due)
        {
            var secret = random.NewSecret();
            database.RenewalReminders.Add(new RenewalReminder { PermitId = permit.Id, ValidUntil = permit.ValidUntil, LinkHash = RenewalReminder.HashOf(secret), CreatedAt = now });
            if (permit.WantsMail)
                news.Add(database, new PermitNews(NewsKind.EndsSoon, null, permit.Id, HolderAddresses.RenewalLink(secret)));
        }

        await database.SaveChangesAsync(cancellationToken);
        outbox.Wake();
        return due.Count;
    }
}
