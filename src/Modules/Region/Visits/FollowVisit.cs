using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Web;
using Modellstadt.Region.Showroom.BigScreen;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Visits;

/// <summary>A visit as its screen shows it.</summary>
/// <param name="Visit">The visit.</param>
/// <param name="Guests">In the order in which they came.</param>
internal sealed record VisitView(Visit Visit, IReadOnlyList<VisitGuest> Guests)
{
    /// <summary>Changes with everything that the screen shows.</summary>
    public string Mark => string.Join('.', Guests.Select(guest => ((int)guest.Step).ToString(CultureInfo.InvariantCulture)));

    /// <summary>How many guests may still come.</summary>
    public int Free => Visit.Places - Guests.Count;
}

/// <summary>Reads a visit for its screen, and tells the screen when something is new: <c>GET /showroom/screen/visits/{secret}/news?seen=…</c>.</summary>
internal sealed class FollowVisit(IDbContextFactory<RegionDb> databases, ReadGuest guests, VisitSecrets secrets, TimeProvider time)
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet(ScreenPage.Address + "/visits/{secret}/news", RespondAsync).RequireRateLimiting(GuestLimit.Name).ExcludeFromDescription();

    /// <summary>The visit of a screen; null when the address is none, or its visit is over.</summary>
    public async Task<VisitView?> FindAsync(string secret, CancellationToken cancellationToken)
    {
        if (VisitSecrets.HashOf(secret) is not { } hash)
            return null;
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var visit = await database.Visits.AsNoTracking().SingleOrDefaultAsync(row => row.ScreenHash == hash && row.EndsAt > now, cancellationToken);
        return visit is null ? null : new VisitView(visit, await guests.AllAsync(visit, cancellationToken));
    }

    /// <summary>Every visit that runs, with the secret of its screen; the newest first.</summary>
    public async Task<IReadOnlyList<(VisitView View, string Secret)>> RunningAsync(CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        var now = time.GetUtcNow();
        var running = await database.Visits.AsNoTracking().Where(visit => visit.EndsAt > now).OrderByDescending(visit => visit.StartedAt).ToListAsync(cancellationToken);
        var views = new List<(VisitView, string)>();
        foreach (var visit in running)
            views.Add((new VisitView(visit, await guests.AllAsync(visit, cancellationToken)), secrets.Of(visit.Id)));
        return views;
    }

    /// <summary>A screen whose visit is over tours through the showroom again.</summary>
    private static async Task<IResult> RespondAsync(string secret, string? seen, HttpContext context, FollowVisit follow)
    {
        context.NeverStore();
        return Results.Json(await follow.FindAsync(secret, context.RequestAborted) switch
        {
            null => Progress.Done(ScreenPage.Address),
            { } view when view.Mark != (seen ?? "") => Progress.Done(VisitAddresses.Screen(secret)),
            _ => Progress.Waiting,
        });
    }
}
