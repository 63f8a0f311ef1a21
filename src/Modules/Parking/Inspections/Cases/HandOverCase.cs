using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Pages;
using Modellstadt.Kernel.Randomness;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Inspections.Places;
using Modellstadt.Parking.Inspections.Shifts;
using Modellstadt.Parking.Plates;
using Modellstadt.Parking.Rules;
using Modellstadt.Parking.Storage;

namespace Modellstadt.Parking.Inspections.Cases;

/// <summary>What a warden confirms with one tap.</summary>
/// <param name="Plate">The plate as it stands on the car.</param>
/// <param name="Place">Where the car stands (<see cref="ParkingPlace.Key"/>).</param>
/// <param name="Detail">House number or spot; null when the street says it all.</param>
/// <param name="Photos">How many photos were taken.</param>
/// <param name="ObservedAt">When the car was seen, if the device had no connection then; null: now.</param>
internal sealed record CaseDraft(string? Plate, string? Place, string? Detail, int Photos, DateTimeOffset? ObservedAt);

/// <summary>
/// A warden hands a car over to the fine system. The town looks once more whether there is a right: what the warden saw on an older set
/// makes no case against somebody who has one.
/// </summary>
internal sealed class HandOverCase(IDbContextFactory<ParkingDb> databases, KnownRights known, TownRules rules, OpenShifts shifts, IOptions<InspectionOptions> options, CaseStamp stamp)
{
    /// <summary>Where the form leads.</summary>
    public const string Address = "/warden/cases";

    /// <summary>Stands in the address of the warden's page after a case was handed over without scripts.</summary>
    public const string Done = "handed-over";

    private const int MostPhotos = 20;

    /// <summary>The round that deletes comes every minute, SQLite's log is emptied every minute: a case must be gone before its hours are over, not after.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(3);

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Address, RespondAsync).RequireStaff(StaffRole.Warden).LimitBody(8192).ExcludeFromDescription();

    /// <summary>Makes the case.</summary>
    /// <param name="draft">What the warden confirmed.</param>
    /// <param name="warden">Account of the warden.</param>
    /// <param name="cancellationToken">Ends the work before it is saved.</param>
    public async Task<Outcome<StreetCase>> StoreAsync(CaseDraft draft, Guid warden, CancellationToken cancellationToken)
    {
        if (await shifts.OfAsync(warden, cancellationToken) is not { } shift)
            return new NoShift();

        var seen = draft.ObservedAt ?? stamp.Now;
        if (seen < shift.StartedAt || seen > stamp.Now)
            return new MomentOutOfShift();

        var decided = Decide(draft, shift, seen);
        if (!decided.Succeeded(out var made, out var refusal))
            return refusal;

        await using var database = await databases.CreateDbContextAsync(cancellationToken);
        database.StreetCases.Add(made);
        await database.SaveChangesAsync(cancellationToken);
        return made;
    }

    private Outcome<StreetCase> Decide(CaseDraft draft, Shift shift, DateTimeOffset seen)
    {
        var facts = rules.Today;
        if (ParkingPlace.Find(facts, draft.Place) is not { } place || facts.Zones.Zones.FirstOrDefault(zone => zone.ZoneId == place.Zone) is not { } zone)
            return new PlaceUnknown();
        if (LicensePlate.Readings(draft.Plate, facts.PlateDistricts) is not [var plate, ..])
            return new PlateNotReadable();

        var inspection = InspectionRules.Decide(plate.ToString(), known.OfPlate(plate.Key, seen), place, facts, seen);
        if (inspection.State is InspectionState.Valid)
            return new PlateHasRight();
        if (inspection.Here?.Sign.State is SignState.Free)
            return new SignIsFree();

        var detail = string.IsNullOrWhiteSpace(draft.Detail) ? "" : $", {draft.Detail.Trim()}";
        var words = $"{(place.Name.Length > 0 ? place.Name : zone.Name)}{detail}";
        return new StreetCase
        {
            Id = stamp.NewId(),
            Ags = rules.Ags,
            Warden = shift.Warden,
            Purpose = shift.Purpose,
            Plate = plate.ToString(),
            Zone = zone.ZoneId,
            ZoneName = zone.Name,
            Place = words[..Math.Min(words.Length, StreetCase.LongestPlace)],
            Rule = $"{zone.NonResidents?.Restriction ?? "unknown"}; {zone.NonResidents?.Hours ?? "unknown"}",
            State = inspection.State,
            Photos = Math.Clamp(draft.Photos, 0, MostPhotos),
            ObservedAt = seen,
            ExpiresAt = seen.AddHours(options.Value.CaseHours) - Margin,
        };
    }

    private static async Task<IResult> RespondAsync(
        [FromForm] string? plate, [FromForm] string? place, [FromForm] string? detail, [FromForm] string? photos, [FromForm] string? observed, HttpContext context)
    {
        var services = context.RequestServices;
        var (handOver, staff) = (services.GetRequiredService<HandOverCase>(), services.GetRequiredService<CurrentStaff>());
        var taken = int.TryParse(photos, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : 0;
        DateTimeOffset? seen = long.TryParse(observed, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds) && milliseconds < 253_402_300_800_000
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds) : null;
        var outcome = await handOver.StoreAsync(new CaseDraft(plate, place, detail, taken, seen), staff.Id!.Value, context.RequestAborted);
        return outcome.Match<IResult>(_ => new SeeOther($"/warden?{Done}=1"), context.Problem);
    }
}

/// <summary>The moment and the number of a case.</summary>
internal sealed class CaseStamp(RandomSource random, TimeProvider time)
{
    /// <summary>The present.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>A new identifier.</summary>
    public Guid NewId() => random.NewId();
}
