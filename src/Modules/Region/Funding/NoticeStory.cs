using Microsoft.EntityFrameworkCore;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Funding;

/// <summary>A notice with all its figures and all its entries.</summary>
/// <param name="Notice">The notice.</param>
/// <param name="Plans">Its figures, the first ones first.</param>
/// <param name="Entries">Its entries, oldest first.</param>
internal sealed record NoticeStory(FundingNotice Notice, IReadOnlyList<DatedPlan> Plans, IReadOnlyList<FundingEntry> Entries)
{
    /// <summary>Number of the newest figures.</summary>
    public int Version => Plans[^1].Version;

    /// <summary>The figures that count on a day: the newest that had begun, before the first day the first ones.</summary>
    public GrantPlan On(DateOnly day) => (Plans.LastOrDefault(plan => plan.EffectiveOn <= day) ?? Plans[0]).Plan;

    /// <summary>Plan against actual on a day.</summary>
    public NoticeStanding StandingOn(DateOnly day) => NoticeStanding.Of(On(day), Entries);

    /// <summary>Reads a notice; null when there is none.</summary>
    public static async Task<NoticeStory?> ReadAsync(RegionDb database, Guid id, CancellationToken cancellationToken)
    {
        if (await database.FundingNotices.AsNoTracking().SingleOrDefaultAsync(notice => notice.Id == id, cancellationToken) is not { } notice)
            return null;

        var plans = await database.FundingPlans.AsNoTracking().Where(plan => plan.NoticeId == id).OrderBy(plan => plan.Version).ToListAsync(cancellationToken);
        var entries = await database.FundingEntries.AsNoTracking().Where(entry => entry.NoticeId == id).OrderBy(entry => entry.Number).ToListAsync(cancellationToken);
        return new NoticeStory(notice, [.. plans.Select(DatedPlan.Of)], entries);
    }

    /// <summary>Reads all notices, by project.</summary>
    public static async Task<IReadOnlyList<NoticeStory>> ReadAllAsync(RegionDb database, CancellationToken cancellationToken)
    {
        var notices = await database.FundingNotices.AsNoTracking().OrderBy(notice => notice.ProjectId).ThenBy(notice => notice.Reference).ToListAsync(cancellationToken);
        var plans = (await database.FundingPlans.AsNoTracking().OrderBy(plan => plan.Version).ToListAsync(cancellationToken)).ToLookup(plan => plan.NoticeId, DatedPlan.Of);
        var entries = (await database.FundingEntries.AsNoTracking().OrderBy(entry => entry.Number).ToListAsync(cancellationToken)).ToLookup(entry => entry.NoticeId);
        return [.. notices.Select(notice => new NoticeStory(notice, [.. plans[notice.Id]], [.. entries[notice.Id]]))];
    }
}

/// <summary>Figures with the day from which they count.</summary>
internal sealed record DatedPlan(int Version, DateOnly EffectiveOn, GrantPlan Plan)
{
    /// <summary>A stored plan.</summary>
    public static DatedPlan Of(FundingPlan stored) => new(stored.Version, stored.EffectiveOn, GrantPlan.FromJson(stored.Content));
}
