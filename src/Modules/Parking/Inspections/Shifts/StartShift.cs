using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;
using Modellstadt.Parking.Zones;

namespace Modellstadt.Parking.Inspections.Shifts;

/// <summary>A warden begins a shift and says what for and where.</summary>
internal sealed class StartShift(
    IDbContextFactory<ParkingDb> databases, TownRules rules, OpenShifts shifts, IOptions<InspectionOptions> options, RandomSource random, TimeProvider time)
{
    /// <summary>Where the form leads.</summary>
    public const string Address = "/warden/shift";

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Address, RespondAsync).RequireStaff(StaffRole.Warden).LimitBody(16_384).ExcludeFromDescription();

    /// <summary>Begins a shift; a running one goes on unchanged.</summary>
    /// <param name="warden">Account of the warden.</param>
    /// <param name="purpose">What for.</param>
    /// <param name="zones">Letters of the zones; those that the town does not have are left out, and none means all.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<Shift>> BeginAsync(Guid warden, ShiftPurpose? purpose, IReadOnlyCollection<string> zones, CancellationToken cancellationToken)
    {
        if (purpose is not { } chosen || !Enum.IsDefined(chosen))
            return new NoPurpose();

        if (await shifts.OfAsync(warden, cancellationToken) is { } running)
            return running;

        return await StoreAsync(NewShift(warden, chosen, zones), cancellationToken);
    }

    private Shift NewShift(Guid warden, ShiftPurpose purpose, IReadOnlyCollection<string> zones)
    {
        var now = time.GetUtcNow();
        var all = rules.Today.Zones.Zones.Where(zone => zone.Status is ZoneStatus.InForce).Select(zone => zone.ZoneId).Distinct().ToArray();
        var asked = all.Where(zones.Contains).ToArray();
        return new Shift
        {
            Id = random.NewId(),
            Ags = rules.Ags,
            Warden = warden,
            Purpose = purpose,
            Zones = Shift.Lines(asked is [] ? all : asked),
            StartedAt = now,
            EndsAt = now.AddHours(options.Value.ShiftHours),
        };
    }

    private async Task<Outcome<Shift>> StoreAsync(Shift shift, CancellationToken cancellationToken)
    {
        var (warden, now) = (shift.Warden, shift.StartedAt);
        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        // One that ran out still stands open: a warden has one open shift, and the index of the table holds that.
        await database.Shifts.Where(open => open.Warden == warden && open.EndedAt == null && open.EndsAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(open => open.EndedAt, open => open.EndsAt), cancellationToken);
        database.Shifts.Add(shift);
        try
        {
            await database.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // The same warden began one on another device in the same moment: that one counts.
            shifts.Forget(warden);
            if (await shifts.OfAsync(warden, cancellationToken) is { } other)
                return other;
            throw;
        }

        shifts.Forget(warden);
        return shift;
    }

    private static async Task<IResult> RespondAsync([FromForm] string? purpose, HttpContext context, StartShift start, CurrentStaff staff)
    {
        ShiftPurpose? chosen = Enum.TryParse<ShiftPurpose>(purpose, out var known) ? known : null;
        var zones = context.Request.Form["zones"].OfType<string>().ToArray();
        var outcome = await start.BeginAsync(staff.Id!.Value, chosen, zones, context.RequestAborted);
        return outcome.Match<IResult>(_ => new SeeOther("/warden"), context.Problem);
    }
}
