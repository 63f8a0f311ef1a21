using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Auditing;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Region.Storage;

namespace Modellstadt.Region.Visits;

/// <summary>What the office enters.</summary>
/// <param name="Id">Made with the form: the same one twice is one visit.</param>
/// <param name="Name">What stands on the screen.</param>
/// <param name="Places">How many guests may come.</param>
/// <param name="Hours">How long it lasts; null until the end of the day.</param>
internal sealed record EnteredVisit(Guid Id, string? Name, int Places, int? Hours);

/// <summary>Staff start a visit for today: <c>POST /office/region/visits</c>.</summary>
internal sealed class StartVisit(IDbContextFactory<RegionDb> databases, VisitSecrets secrets, RandomSource random, TownCalendar calendar, AuditTrail audit)
{
    private const int LargestForm = 4096;
    private const int MostHours = 24;
    private const char CodeKind = 'G';

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(VisitAddresses.Office, RespondAsync).RequireStaff(StaffRole.Clerk).LimitBody(LargestForm).ExcludeFromDescription();

    /// <summary>The visit; the one that was started before when the form came twice.</summary>
    public async Task<Outcome<Guid>> ExecuteAsync(EnteredVisit entered, string actor, CancellationToken cancellationToken)
    {
        if (entered.Name?.Trim() is not { Length: > 0 and <= Visit.LongestName } name || name.Any(char.IsControl)
            || entered.Places is < 1 or > Visit.MostGuests || entered.Hours is < 1 or > MostHours || entered.Id == Guid.Empty)
            return new VisitUnreadable();

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        if (await database.Visits.AnyAsync(visit => visit.Id == entered.Id, cancellationToken))
            return entered.Id;

        var (now, midnight) = (calendar.Now, TownCalendar.EndOf(calendar.Today));
        database.Visits.Add(new Visit
        {
            Id = entered.Id,
            Name = name,
            Code = TypedCode.Create(CodeKind, random),
            ScreenHash = VisitSecrets.HashOf(secrets.Of(entered.Id))!,
            Places = entered.Places,
            StartedAt = now,
            EndsAt = entered.Hours is { } hours && now.AddHours(hours) < midnight ? now.AddHours(hours) : midnight,
        });
        audit.Add(database, actor, "visit-started", $"visit/{entered.Id}");
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // The same form once more at the same moment; or a code that another visit has, which the next press draws anew.
            return await FindAsync(entered.Id, cancellationToken) ? entered.Id : new VisitUnreadable();
        }

        return entered.Id;
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        return await database.Visits.AnyAsync(visit => visit.Id == id, cancellationToken);
    }

    private static async Task<IResult> RespondAsync(
        [FromForm] string? key, [FromForm] string? name, [FromForm] string? places, [FromForm] string? hours, HttpContext context, StartVisit start, CurrentStaff clerk)
    {
        var entered = new EnteredVisit(Guid.TryParse(key, out var id) ? id : Guid.Empty, name, NumberIn(places), string.IsNullOrEmpty(hours) ? null : NumberIn(hours));
        var outcome = await start.ExecuteAsync(entered, Actors.Staff(clerk.Id!.Value), context.RequestAborted);
        return outcome.Match<IResult>(_ => new SeeOther(VisitAddresses.Office), context.Problem);
    }

    /// <summary>0, which is refused, for what is no number.</summary>
    private static int NumberIn(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
