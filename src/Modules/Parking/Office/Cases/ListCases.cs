using Microsoft.EntityFrameworkCore;
using Modellstadt.Parking.Permits;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Office.Cases;

/// <summary>The clerk's work: applications that no rule decides, and apart from them those that are only to be released.</summary>
internal sealed class ListCases(IDbContextFactory<ParkingDb> databases, TownRules rules)
{
    /// <summary>One page of one kind, the longest waiting first, and how many there are of each kind.</summary>
    public async Task<WorkList> ReadAsync(bool releases, int page, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var waiting = database.Applications.AsNoTracking().Where(application => application.Ags == rules.Ags && application.State == ApplicationState.WaitingForClerk);
        var cases = await ListPage<PermitApplication>.ReadAsync(
            waiting.Where(application => application.AwaitsRelease == releases),
            all => all.OrderBy(application => application.WithOfficeSince).ThenBy(application => application.Id), page, cancellationToken);
        var others = await waiting.CountAsync(application => application.AwaitsRelease != releases, cancellationToken);
        return new WorkList(cases, releases ? others : cases.Count, releases ? cases.Count : others);
    }
}

/// <summary>A page of the work list.</summary>
/// <param name="Cases">The cases of the chosen kind.</param>
/// <param name="Open">How many no rule decides.</param>
/// <param name="Releases">How many wait for their release.</param>
internal sealed record WorkList(ListPage<PermitApplication> Cases, int Open, int Releases);
