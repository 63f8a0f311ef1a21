using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Parking.Changes.Deciding;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Changes.Renewals;

/// <summary>A link that leads to a permit.</summary>
/// <param name="Reminder">The reminder that it stands in.</param>
/// <param name="Permit">The permit.</param>
internal sealed record FoundLink(RenewalReminder Reminder, Permit Permit);

/// <summary>What the page behind a link shows.</summary>
/// <param name="MaskedPlates">The plates, readable for whoever knows them.</param>
/// <param name="ValidUntil">The end of which the link reminds.</param>
/// <param name="Options">What can be renewed; null when the link was used.</param>
/// <param name="Application">The renewal that the link led to; null while it was not used.</param>
internal sealed record RenewalLinkView(string MaskedPlates, DateOnly ValidUntil, ChangeOptions? Options, PermitApplication? Application);

/// <summary>Reads what a link of a reminder leads to; whoever guesses finds nothing.</summary>
internal sealed class ReadRenewalLink(IDbContextFactory<ParkingDb> databases, ReadChangeOptions options, TownRules rules, TownCalendar calendar)
{
    private const int MostSecret = 64;

    /// <summary>The page behind the link; refused when it leads nowhere, or its time is over.</summary>
    public async Task<Outcome<RenewalLinkView>> ExecuteAsync(string secret, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (!(await FindAsync(database, secret, cancellationToken)).Succeeded(out var link, out var refusal))
            return refusal;

        var (reminder, permit) = link;
        var application = reminder.ApplicationId is { } used ? await database.Applications.AsNoTracking().SingleOrDefaultAsync(application => application.Id == used, cancellationToken) : null;
        var offered = reminder.ApplicationId is null ? await options.ExecuteAsync(database, permit, cancellationToken) : null;
        return new RenewalLinkView(string.Join(", ", permit.EachPlate.Select(Mask)), reminder.ValidUntil, offered, application);
    }

    /// <summary>The reminder and the permit behind a secret. A link that was not used holds as long as the permit has the end that it reminds of.</summary>
    public async Task<Outcome<FoundLink>> FindAsync(ParkingDb database, string secret, CancellationToken cancellationToken)
    {
        if (secret.Length > MostSecret)
            return new RenewalLinkUnknown();

        var hash = RenewalReminder.HashOf(secret);
        if (await database.RenewalReminders.SingleOrDefaultAsync(reminder => reminder.LinkHash == hash, cancellationToken) is not { } reminder
            || await database.Permits.AsNoTracking().SingleOrDefaultAsync(permit => permit.Id == reminder.PermitId && permit.Ags == rules.Ags, cancellationToken) is not { } permit)
            return new RenewalLinkUnknown();
        if (reminder.ApplicationId is null && (permit.ValidUntil != reminder.ValidUntil || permit.IsOver(calendar.Today)))
            return new RenewalLinkOver(reminder.ValidUntil);
        return new FoundLink(reminder, permit);
    }

    /// <summary>District and last sign, for example <c>GE-•••3</c>: enough for whoever knows the plate, too little for a finder of the mail.</summary>
    private static string Mask(string plate)
    {
        var hyphen = plate.IndexOf('-', StringComparison.Ordinal);
        return hyphen < 0 || plate.Length < hyphen + 3 ? "•••" : $"{plate[..(hyphen + 1)]}•••{plate[^1]}";
    }
}
