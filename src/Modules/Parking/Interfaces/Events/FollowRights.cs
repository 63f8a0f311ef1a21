using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Rounds;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Interfaces.Events;

/// <summary>
/// Writes a message for each change of a permit that a subscriber wants to hear of, whoever made it in whichever process: it follows the
/// permits as the plate index does. Messages and the mark up to which it looked are one transaction; the same revision is told once.
/// </summary>
internal sealed class FollowRights(FollowRights.Parts parts, IDbContextFactory<ParkingDb> databases, TownRules rules, TimeProvider time, ILogger<FollowRights> log)
    : RoundService(Interval, time, log)
{
    private const int MostAtOnce = 500;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    // Clocks of processes differ and commits overtake each other: what changed shortly before is looked at again.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(2);

    /// <inheritdoc />
    public override async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        foreach (var id in await database.EventSubscriptions.Where(each => each.Ags == rules.Ags).Select(each => each.Id).ToListAsync(cancellationToken))
            await TryAsync(id, FollowAsync, cancellationToken);
    }

    private async Task<int> FollowAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.EventSubscriptions.SingleOrDefaultAsync(each => each.Id == id, cancellationToken) is not { } subscription)
            return 0;
        if (await parts.Clients.FindAsync(subscription.ClientId, cancellationToken) is not { Locked: false } client || !client.Scopes.Contains(InterfaceScopes.Subscribe))
            return 0;

        var now = Now;
        var from = subscription.FollowedUntil - Overlap > subscription.CreatedAt ? subscription.FollowedUntil - Overlap : subscription.CreatedAt;
        var fresh = await Untold(database, subscription, from).OrderBy(permit => permit.ChangedAt).Take(MostAtOnce).ToListAsync(cancellationToken);
        database.EventDeliveries.AddRange(fresh.Select(permit => DeliveryOf(subscription, permit, client.Scopes.Contains(InterfaceScopes.LearnPlates), now)));
        // After a full batch the mark stays: the next round finds what is left.
        if (fresh.Count < MostAtOnce)
            subscription.FollowedUntil = now;
        await SaveAsync(database, cancellationToken);
        return fresh.Count;
    }

    private IQueryable<Permit> Untold(ParkingDb database, EventSubscription subscription, DateTimeOffset from)
    {
        var events = subscription.Events.Split(' ');
        var (granted, changed, ended) = (events.Contains(EventTypes.Granted), events.Contains(EventTypes.Changed), events.Contains(EventTypes.Ended));
        return database.Permits.AsNoTracking()
            .Where(permit => permit.Ags == rules.Ags && permit.ChangedAt >= from)
            .Where(permit => (ended && permit.State != PermitState.Active) || (granted && permit.State == PermitState.Active && permit.Revision == 0) || (changed && permit.State == PermitState.Active && permit.Revision > 0))
            .Where(permit => !database.EventDeliveries.Any(told => told.SubscriptionId == subscription.Id && told.PermitId == permit.Id && told.Revision == permit.Revision));
    }

    private EventDelivery DeliveryOf(EventSubscription subscription, Permit permit, bool withPlates, DateTimeOffset now)
    {
        var right = parts.Names.OfRight(permit.Id);
        return new EventDelivery
        {
            Id = parts.Random.NewId(),
            SubscriptionId = subscription.Id,
            PermitId = permit.Id,
            Revision = permit.Revision,
            EventType = RightEvent.TypeOf(permit),
            Body = RightEvent.BodyOf(permit, right, withPlates ? plate => parts.Secrets.HashOf(subscription.Id, plate) : null),
            WaitingSince = now,
            NextAttemptAt = now,
        };
    }

    private static async Task SaveAsync(ParkingDb database, CancellationToken cancellationToken)
    {
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another process told the same change in the same moment, or the subscription ended: the next round sees what is left.
        }
    }

    /// <summary>What messages are made of.</summary>
    internal sealed record Parts(Pseudonyms Names, EventSecrets Secrets, ClientDirectory Clients, RandomSource Random);
}
