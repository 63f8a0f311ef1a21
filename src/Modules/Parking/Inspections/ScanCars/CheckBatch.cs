using System.Globalization;
using System.Text.Json.Serialization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Modellstadt.Accounts;
using Modellstadt.Kernel.Outcomes;
using Modellstadt.Kernel.Towns;
using Modellstadt.Kernel.Web;
using Modellstadt.Parking.Inspections.OfflineSets;
using Modellstadt.Parking.Inspections.Places;
using Modellstadt.Parking.Plates;
using Modellstadt.Parking.Rules;
using Modellstadt.Protocols.Credentials.Jose;

namespace Modellstadt.Parking.Inspections.ScanCars;

/// <summary>A sample of a scan car: plates, or their digests under a key that the car drew for this sample.</summary>
/// <param name="Place">Where the cars stand (<see cref="ParkingPlace.Key"/>).</param>
/// <param name="Plates">Plates as read; null when digests are sent.</param>
/// <param name="Key">32 random bytes in base64url, for digests.</param>
/// <param name="Digests">Digests (<see cref="OfflineRight.Digest"/>) as twelve hexadecimal digits; null when plates are sent.</param>
internal sealed record ScanCarBatch(string? Place, IReadOnlyList<string>? Plates, string? Key, IReadOnlyList<string>? Digests);

/// <summary>What a person has to look at. A plate with a right does not come back and is forgotten with the request.</summary>
/// <param name="Check">The plates or digests without a known right, as they were sent.</param>
internal sealed record ScanCarAnswer(IReadOnlyList<string> Check);

/// <summary>Answers samples of scan cars, where the town has switched that on. Stores nothing and decides nothing: a warden looks at each car that comes back.</summary>
internal sealed class CheckBatch : IDisposable
{
    /// <summary>Path of the interface.</summary>
    public const string Address = "/api/scan-car/v1/batches";

    private const int Largest = 500;

    private readonly KnownRights known;
    private readonly PlateIndex index;
    private readonly TownRules rules;
    private readonly TownCalendar calendar;
    private readonly IOptions<ScanCarOptions> options;
    private readonly PartitionedRateLimiter<Guid> limiter;

    public CheckBatch(KnownRights known, PlateIndex index, TownRules rules, TownCalendar calendar, IOptions<ScanCarOptions> options)
    {
        (this.known, this.index, this.rules, this.calendar, this.options) = (known, index, rules, calendar, options);
        limiter = PartitionedRateLimiter.Create<Guid, Guid>(car => RateLimitPartition.GetFixedWindowLimiter(
            car, _ => new FixedWindowRateLimiterOptions { PermitLimit = options.Value.BatchesPerHour, Window = TimeSpan.FromHours(1) }));
    }

    /// <summary>The right to ask.</summary>
    public static ApiScope Scope { get; } = new("parking.scan-car", "/api/scan-car/v1", "Send samples of plates and learn which of them a person has to look at; switched off unless the town has a legal basis.");

    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Address, Respond).RequireScope(Scope.Name).LimitBody(32_768).ExcludeFromDescription();

    /// <summary>What has to be looked at.</summary>
    /// <param name="batch">The sample.</param>
    /// <param name="car">Client of the vehicle.</param>
    public Outcome<ScanCarAnswer> Answer(ScanCarBatch batch, Guid car)
    {
        if (!options.Value.Enabled)
            return new ScanCarIsOff();
        if (ParkingPlace.Find(rules.Today, batch.Place) is not { } place)
            return new BatchNotReadable();

        using var lease = limiter.AttemptAcquire(car);
        if (!lease.IsAcquired)
            return new TooManyBatches();
        if (batch is { Plates: { Count: > 0 and <= Largest } plates, Digests: null, Key: null })
            return new ScanCarAnswer([.. plates.Where(plate => !HasRight(plate, place))]);
        return batch is { Plates: null, Digests: { Count: > 0 and <= Largest } digests, Key: { } written } && Base64Url.TryDecode(written, out var key) && key.Length == OfflineSet.KeyBytes
            ? OfDigests(digests, key, place)
            : new BatchNotReadable();
    }

    /// <inheritdoc />
    public void Dispose() => limiter.Dispose();

    private Outcome<ScanCarAnswer> OfDigests(IReadOnlyList<string> digests, byte[] key, ParkingPlace place)
    {
        var digestsOfRights = OfflineRights.Of(index, rules, [place.Zone], calendar.Today, calendar.Today).Select(right => Hexadecimal(right.Digest(key))).ToHashSet();
        return new ScanCarAnswer([.. digests.Where(digest => !digestsOfRights.Contains(digest))]);
    }

    private static string Hexadecimal(ulong digest) => digest.ToString("x12", CultureInfo.InvariantCulture);

    private bool HasRight(string written, ParkingPlace place) =>
        LicensePlate.Readings(written, rules.Today.PlateDistricts).Any(plate =>
            InspectionRules.Decide("", known.OfPlate(plate.Key, calendar.Now), place, rules.Today, calendar.Now).State is InspectionState.Valid);

    private static IResult Respond(ScanCarBatch batch, CheckBatch check, CurrentClient car, HttpContext context)
    {
        context.NeverStore();
        return check.Answer(batch, car.Id!.Value).Match(answer => Results.Json(answer, ScanCarJson.Default.ScanCarAnswer), context.Problem);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ScanCarAnswer))]
internal sealed partial class ScanCarJson : JsonSerializerContext;
